import { stringify } from 'yaml';
import { langs, localize, type Localized } from '../../../src/model/languages.ts';
import { idSchema } from '../../../src/model/seed.ts';
import type { Corpus } from '../corpus.ts';
import type { TranslateIssue } from '../issue-messages.ts';
import type { FoundAmount } from './amounts.ts';
import type { ProposedStatement, Proposals } from './ingest.ts';

/**
 * Writes proposals as a draft seed. What a person must write stands as `TODO`; what a person must
 * look at stands below a `# CHECK` comment; the words of the original stand in `#>` comments, which
 * `npm run ingest -- --finish` takes out and `npm run check` refuses in a seed.
 */

export const todo = 'TODO';
/** Comments that ingest writes, and that no finished seed has. */
export const ingestComment = /^\s*#(?:>|!| CHECK\b).*(?:\r?\n|$)/gm;
/** Below this, a proposal is marked to be looked at. */
const sure = 0.6;

export interface DraftSource {
	readonly id: string;
	/** The file that the lines are counted in: beside the draft where the text was extracted. */
	readonly file: string;
	readonly sha256: string;
	/** The file as it was given, where that is another one. */
	readonly from: string | undefined;
	readonly encoding: string;
}

export interface Draft {
	readonly text: string;
	/** Texts that a person must write. */
	readonly toWrite: number;
	/** Proposals that a person must look at. */
	readonly toCheck: number;
}

/** @param say puts what the draft tells its editor into that editor's language */
export function writeDraft(proposals: Proposals, source: DraftSource, corpus: Corpus, say: TranslateIssue = (sentence) => sentence): Draft {
	const { metadata, headings, furniture, statements, names, lines } = proposals;
	const body = [
		...headOf(proposals, source, corpus, say),
		...(headings.length > 0 ? ['headings:', ...headings.flatMap(({ line, text }) => [`  #> ${oneLine(text)}`, `  - line: ${line}`, '    text:', ...indent(texts(), 6)])] : []),
		...(furniture.length > 0 ? ['furniture:', ...furniture.flatMap(({ lines: range, reason }) => [`  - lines: [${range.join(', ')}]`, `    reason: ${reason}`])] : []),
		'statements:',
		...statements.flatMap((statement) => statementLines(statement, say)),
	];
	const names_ = namesLines(names, say);
	const all = [...body, ...names_].join('\n');
	const toWrite = all.match(/(?:^|\s)(?:\w+: )TODO$/gm)?.length ?? 0;
	const toCheck = all.match(/^\s*# CHECK\b/gm)?.length ?? 0;
	const head = [
		'# yaml-language-server: $schema=../schema/document.schema.json',
		...[
			`Draft of ${source.from ?? source.file} (${source.encoding}), made by npm run ingest: ${statements.length} statements from ${lines.length} lines.`,
			`Still to do: ${toWrite} texts to write (TODO), ${toCheck} proposals to look at (# CHECK), ${names.length} names that the glossary does not know.`,
			' 1. Correct the head: id, titles, publisher, date. Write TODO texts in your own words, in every language.',
			' 2. Add the names at the end of this file that matter to seeds/glossary.yaml, and use their ids.',
			' 3. For each statement: read the original in the comment (#>), correct the proposals, delete the # CHECK lines',
			'    you have settled, and write the text. A sentence that tells no fact of the matter can be deleted; list its lines as furniture.',
			' 4. npm run check -- --drafts says what is left, with line and fix.',
			` 5. npm run ingest -- --finish ${source.id} takes out these comments and moves the file to seeds/documents/.`,
			` 6. npm run confirm -- ${source.id} and npm run convert, then commit.`,
			'The sentences of the original belong to its publisher: never commit this draft (git ignores its folder).',
			`Language of the original: ${metadata.language}.`,
		].map((row) => `#! ${say(row)}`),
	];
	return { text: `${[...head, ...body, ...names_].join('\n')}\n`, toWrite, toCheck };
}

const indent = (rows: readonly string[], spaces: number): string[] => rows.map((row) => ' '.repeat(spaces) + row);

/** A text for every language, to be written; `known` where a name or title carries over. */
const texts = (known: Partial<Localized<string>> = {}): string[] => langs.map((lang) => `${lang}: ${known[lang] === undefined ? todo : scalar(known[lang])}`);

/** In one line: a value that begins like a mark of YAML (`---`) would become a block. */
function scalar(value: string): string {
	const plain = stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();
	return plain.includes('\n') ? JSON.stringify(value) : plain;
}

/** Nothing of an original may end a comment or begin a field. */
const oneLine = (text: string): string => text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\s]+/g, ' ').replace(/[\u00AD\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g, '').trim();

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;

/** Comment rows of some 110 columns. */
function quoted(text: string, prefix: string): string[] {
	const rows: string[] = [];
	let row = '';
	for (const piece of oneLine(text).split(/(?<=[\s、。，])/u)) {
		for (let rest = piece; rest !== ''; ) {
			const room = 110 - row.length;
			if (rest.length <= room || row === '') {
				row += rest.slice(0, 110);
				rest = rest.slice(110);
			} else {
				rows.push(row);
				row = '';
			}
		}
	}
	if (row !== '') rows.push(row);
	return rows.map((line) => `${prefix}#> ${line.trim()}`);
}

function headOf({ metadata, lines }: Proposals, source: DraftSource, corpus: Corpus, say: TranslateIssue): string[] {
	const own = (value: string | undefined): Partial<Localized<string>> => (value === undefined ? {} : ({ [metadata.language]: oneLine(value) }));
	const [like] = corpus.documents;
	const { kind } = metadata;
	return [
		...(source.from === undefined ? [] : [`#! ${say(`The lines are those of ${source.file}, the text of ${source.from}. Keep both with the originals.`)}`]),
		`id: ${source.id}`,
		...(kind.confidence < sure ? [`# CHECK kind: ${say(`${kind.value} is a guess (${percent(kind.confidence)})`)}`] : []),
		`kind: ${kind.value}`,
		`language: ${metadata.language}`,
		...(metadata.title === undefined ? [] : [`# CHECK title: ${say('as the original has it; shorten a long headline')}`]),
		'title:', ...indent(texts(own(metadata.title)), 2),
		'shortTitle:', ...indent(texts(), 2),
		...(metadata.publisher === undefined ? [`# CHECK publisher: ${say('none was found; add `publisher:` if the original names one')}`] : ['publisher:', ...indent(texts(own(metadata.publisher)), 2)]),
		...(metadata.author === undefined ? [] : ['author:', ...indent(texts(own(metadata.author)), 2)]),
		'published:',
		...(metadata.published === undefined ? [`  # CHECK date: ${say('the original states none that could be read')}`, '  certainty: unknown'] : [`  date: '${metadata.published}'`, '  certainty: stated']),
		'original:',
		`  file: ${scalar(source.file)}`,
		`  sha256: ${/^\d+$/.test(source.sha256) ? `'${source.sha256}'` : source.sha256}`,
		`  lines: ${Math.max(1, lines.length)}`,
		...(metadata.url === undefined ? [] : [`  url: ${scalar(metadata.url)}`]),
		'rights:', ...indent(texts(like ? localize((lang) => like.rights[lang]) : {}), 2),
		'about:', ...indent(texts(), 2),
	];
}

function amountRows({ value, from, to, bound, unit, money }: FoundAmount): string[] {
	const figures = value === undefined ? [`from: ${scalar(from ?? '')}`, `to: ${scalar(to ?? '')}`] : [`value: ${scalar(value)}`];
	return [...figures, ...(bound === 'exact' ? [] : [`bound: ${bound}`]), `unit: ${unit}`, ...(money ? [`money: ${money}`] : []), 'what:', ...indent(texts(), 2)];
}

/** From this share on, a sector beside the first goes into the draft; the others are named in a comment. */
const alsoSure = 0.25;
/** Sectors that are proposed beside the first. */
export const alsoSectors = ({ sectors }: ProposedStatement): string[] => sectors.slice(1, 4).filter(({ confidence }) => confidence >= 0.02).map(({ value }) => value);

function statementLines(statement: ProposedStatement, say: TranslateIssue): string[] {
	const { id, lines, original, context, sectors, kind, status, when, undecided, amounts, references, names, sameAs } = statement;
	const pad = '    ';
	const [sector] = sectors;
	const also = sectors.slice(1, 4).filter(({ confidence }) => confidence >= alsoSure).map(({ value }) => value);
	const maybe = alsoSectors(statement).filter((value) => !also.includes(value));
	const check = (field: string, what: string): string => `${pad}# CHECK ${field}: ${say(what)}`;
	const unsureDates = when.filter(({ confidence }) => confidence < sure + 0.2);
	const row = (field: string, ids: readonly { readonly id: string; readonly confidence: number }[]): string[] => {
		if (ids.length === 0) return [];
		const unsure = ids.filter(({ confidence }) => confidence < sure);
		return [...(unsure.length > 0 ? [check(field, `from the context only: ${unsure.map((entry) => entry.id).join(', ')}`)] : []), `${pad}${field}: [${ids.map((entry) => entry.id).join(', ')}]`];
	};
	return [
		'',
		...(context.length > 0 ? quoted(say(`under: ${context.join(' › ')}`), '  ') : []),
		...quoted(original, '  '),
		`  - id: ${id}`,
		...(/-l\d+(?:-\d+)?$/.test(id) ? [check('id', 'choose a short, readable one; it is the permalink')] : []),
		`${pad}lines: [${lines.join(', ')}]`,
		...(sector === undefined ? [check('sector', 'nothing speaks for one')] : sector.confidence < 0.4 ? [check('sector', sectors.slice(0, 4).map(({ value, confidence }) => `${value} ${percent(confidence)}`).join(', '))] : []),
		`${pad}sector: ${sector?.value ?? todo}`,
		...(also.length > 0 ? [`${pad}also: [${also.join(', ')}]`] : []),
		...(maybe.length > 0 && (sector?.confidence ?? 0) >= 0.4 ? [`${pad}#! ${say(`Other sectors that the words may speak for: ${maybe.join(', ')}`)}`] : []),
		...(kind.confidence < sure ? [check('kind', `${kind.value} is a guess (${percent(kind.confidence)})`)] : []),
		`${pad}kind: ${kind.value}`,
		...(status.confidence < sure ? [check('status', `${status.value} is a guess (${percent(status.confidence)})`)] : []),
		`${pad}status: ${status.value}`,
		...(unsureDates.length > 0 ? [check('when', `the original does not give the whole date: ${unsureDates.map(({ text, edtf }) => `“${oneLine(text)}” → ${edtf}`).join(', ')}`)] : []),
		...(undecided.length > 0 ? [check('when', `a date that the document does not make whole; add it if you know it: ${undecided.map((written) => `“${oneLine(written)}”`).join(', ')}`)] : []),
		...(when.length === 0 ? [] : when.length === 1 ? [`${pad}when: '${when[0]?.edtf ?? ''}'`] : [`${pad}when: [${when.map(({ edtf }) => `'${edtf}'`).join(', ')}]`]),
		...row('parties', references.parties),
		...row('places', references.places),
		...row('terms', references.terms),
		...(amounts.some(({ confidence }) => confidence < 0.8) ? [check('amounts', 'a number written as a word: does it count what the unit says?')] : []),
		...(amounts.some(({ moneyGuessed }) => moneyGuessed) ? [check('money', 'nothing says what sort of money it is')] : []),
		...(amounts.length > 0 ? [`${pad}amounts:`, ...amounts.flatMap((amount) => amountRows(amount).map((line, index) => (index === 0 ? `${pad}  - ${line}` : `${pad}    ${line}`)))] : []),
		...(names.length > 0 ? [check('names', `not in the glossary: ${names.map(({ name }) => oneLine(name)).join('; ')}`)] : []),
		`${pad}text:`, ...indent(texts(), 6),
		...(sameAs ? [check('sameAs', `perhaps the same fact as ${sameAs.id} (${percent(sameAs.confidence)}); if so, write: sameAs: ${sameAs.id}`)] : []),
	];
}

function namesLines(names: Proposals['names'], say: TranslateIssue): string[] {
	if (names.length === 0) return [];
	return [
		'',
		`#! ${say('Names that the glossary does not know. Those that matter go to seeds/glossary.yaml, with the official name in every language:')}`,
		...names.flatMap(({ name, category, lines, confidence }) => [
			`#! - id: ${slug(name)}`,
			`#!   category: ${category} # ${say(`${percent(confidence)}; line ${lines.slice(0, 8).join(', ')}`)}`,
			`#!   name: ${oneLine(name)}`,
		]),
	];
}

function slug(name: string): string {
	const id = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
	return idSchema.safeParse(id).success ? id : todo;
}

/** An id for a document, from the name of its file. */
export function documentId(fileName: string): string {
	const id = slug(fileName.replace(/\.[^.]+$/, ''));
	return id === todo ? 'new-document' : id;
}

/** The draft as a finished seed: without the comments that ingest wrote. */
export const finished = (draft: string): string => draft.replace(ingestComment, '').replace(/\n{3,}/g, '\n\n');
