import { access, readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { documentId } from './core/ingest/draft.ts';
import { ingest } from './core/ingest/ingest.ts';
import { addScore, emptyScore, f1, measures, precision, recall, scoreFixture, scoreSeed, type ExpectedDocument, type Score } from './core/ingest/score.ts';
import { exit, printIssues, runCommand } from './io/cli.ts';
import { readDocument } from './io/ingest/read.ts';
import { loadSeeds, projectFolder } from './io/project.ts';

const help = `Usage: npm run bench:ingest [-- --originals DIR] [--verbose]

Measures the proposals of ingest against what people worked out by hand.

Fixtures (tests/fixtures/ingest): small invented documents. A boundary is right
where a statement has exactly the expected words (and lines, where given): a
sentence that was cut in two, or two that were not parted, count as misses on
both sides. Dates, amounts and links are compared statement by statement. A
sector is acceptable where the expectation lists it as one that a second reader
might have chosen. Each document has a line of its own before the sums.

Originals: the documents of seeds/documents, where the originals are at hand.
Their seeds are in our own words, so a boundary is right where a statement has
exactly the expected first and last line; as many statements on the same lines
are right as both sides have (three facts expected of a sentence, two proposed:
two right, one missed). Dates, amounts and links are compared as sets within
each stretch of lines that no statement crosses; links by id, whatever their
field. Sector, kind and status are those of the proposed statement on the same
lines that is most like the expected text. Furniture and headings go by line.

  --originals DIR  the originals (default: ../shared/seeds where it is there)
  --fixtures DIR   the fixtures (default: tests/fixtures/ingest)
  --verbose        every miss
  -h, --help       this text

Exit code: 0 measured; 1 something is wrong; 2 wrong usage.`;

const options = { originals: { type: 'string' }, fixtures: { type: 'string' }, verbose: { type: 'boolean' } } as const;

await runCommand(help, options, async ({ values, positionals }) => {
	if (positionals.length > 0) {
		console.error(`Unexpected argument: ${positionals.join(' ')}\n\n${help}`);
		return exit.usage;
	}
	const { corpus, issues } = await loadSeeds(join(projectFolder, 'seeds'), 'seeds');
	if (!corpus) {
		printIssues(issues);
		return exit.wrong;
	}
	const fixtures = resolve(values.fixtures ?? join(projectFolder, 'tests/fixtures/ingest'));
	const names = (await readdir(fixtures)).sort();
	const sum = emptyScore();
	for (const name of names.filter((file) => !file.endsWith('.expected.yaml'))) {
		const expectation = `${name.replace(/\.[^.]+$/, '')}.expected.yaml`;
		if (!names.includes(expectation)) continue;
		const expected = parse(await readFile(join(fixtures, expectation), 'utf8')) as ExpectedDocument;
		const raw = await readDocument(join(fixtures, name));
		if ('code' in raw) {
			printIssues([raw]);
			return exit.wrong;
		}
		const score = scoreFixture(name, ingest(raw.source, corpus, { id: documentId(name), sha256: raw.sha256 }), expected);
		console.log(inShort(name, score));
		addScore(sum, score);
	}
	print('Fixtures', sum, values.verbose ?? false);

	const shared = join(projectFolder, '../shared/seeds');
	const originals = values.originals ?? (await access(shared).then(() => shared, () => undefined));
	if (originals === undefined) {
		console.log('\nOriginals: not at hand (--originals DIR)');
	} else {
		const all = emptyScore();
		for (const seed of corpus.documents) {
			const raw = await readDocument(join(resolve(originals), seed.original.file));
			if ('code' in raw) {
				printIssues([raw]);
				return exit.wrong;
			}
			const score = scoreSeed(seed.id, ingest(raw.source, corpus, { id: seed.id, sha256: raw.sha256 }), seed);
			console.log(inShort(seed.id, score));
			addScore(all, score);
		}
		print('Originals', all, values.verbose ?? false);
	}
	speed(corpus);
	return exit.ok;
});

/** A document in a line, as the tables of docs/ingest.md have it. */
function inShort(name: string, score: Score): string {
	const share = (value: number): string => value.toFixed(2).replace(/^0/, '');
	const [dates, amounts, links] = [score.dates, score.amounts, score['glossary links']].map((count) => share(f1(count)));
	return `${name.padEnd(36)} boundaries ${share(f1(score['statement boundaries']))}  sector ${share(recall(score['primary sector']))} (acceptable ${share(recall(score['acceptable sector']))}, among ${share(recall(score['sector among proposed']))})  status ${share(recall(score.status))}  dates ${dates}  amounts ${amounts}  links ${links}  furniture ${share(precision(score.furniture))}, ${share(recall(score.furniture))}`;
}

function print(title: string, score: Score, verbose: boolean): void {
	const goals: Partial<Record<(typeof measures)[number], string>> = { 'lines covered': '1.00', 'statement boundaries': 'F1 ≥ .90', 'primary sector': '≥ .80', 'sector among proposed': '≥ .93', dates: 'F1 ≥ .95', amounts: 'F1 ≥ .95', 'glossary links': 'F1 ≥ .90', furniture: 'precision 1.00, recall ≥ .90' };
	console.log(`\n${title.padEnd(24)} precision  recall     F1   right/proposed/expected   goal`);
	for (const measure of measures) {
		const count = score[measure];
		console.log(`${measure.padEnd(24)} ${precision(count).toFixed(3).padStart(9)} ${recall(count).toFixed(3).padStart(7)} ${f1(count).toFixed(3).padStart(6)}   ${`${count.right}/${count.proposed}/${count.expected}`.padEnd(23)}   ${goals[measure] ?? ''}`);
	}
	if (verbose) for (const miss of score.misses) console.log(`  ${miss}`);
}

/** CPU time for a megabyte of text in each script. */
function speed(corpus: Parameters<typeof ingest>[1]): void {
	const passages = [
		['English', 'In March 2025, a company in Chennai signed a memorandum on batteries worth $20 million with Osaka Gas, which is to build a plant by 2030. '],
		['Japanese', '２０２５年３月、国際協力銀行はチェンナイの電池工場に対する約３０億円の融資契約に署名し、両国は協力を続けることを決意した。'],
	] as const;
	for (const [name, passage] of passages) {
		const size = new TextEncoder().encode(passage).length;
		// Numbered, or all but the first would be set aside as repetitions.
		const text = Array.from({ length: Math.ceil(1_000_000 / (size + 8)) }, (_, index) => `${index % 5 === 0 ? '\n\n' : ''}${passage.replace(/ /, ` ${index} `).replace('は', `${index}は`)}`).join('');
		const before = process.cpuUsage();
		const { statements } = ingest({ text, extracted: false, hints: {}, marks: new Map() }, corpus, { id: 'speed' });
		const { user, system } = process.cpuUsage(before);
		console.log(`\n1 MB of ${name}: ${statements.length} statements, ${((user + system) / 1e6).toFixed(1)} s CPU (goal: ≤ 5 s)`);
	}
}
