import { diffLines } from 'diff';
import type { Nodes } from 'mdast';
import { remember } from '../../src/model/remember.ts';
import type { Issue } from './issue.ts';
import type { LocateSeed } from './locate.ts';
import { mdxIssue, mdxProblem } from './mdx-issues.ts';
import { parse } from './mdx.ts';
import { PieceWriter, type Pieces } from './pieces.ts';
import type { Fingerprint } from './translations.ts';
import { parseYaml } from './yaml.ts';

/**
 * Pages that convert and editors write together. What convert owns stands between markers that name
 * the seeds it came from and carry a fingerprint of the marker and of the text between them;
 * everything else is the editors' and survives byte for byte.
 *
 *     {/* convert:begin statements from seeds/documents/a.yaml #0123456789abcdef *\/}
 *     …
 *     {/* convert:end statements *\/}
 *
 * In front matter the same markers are YAML comments (`# convert:begin …`).
 */
export interface Region {
	readonly name: string;
	/** Seed files, for the marker. */
	readonly from: readonly string[];
	/**
	 * Gives the text between the markers, without line ends around it.
	 * @param guarded the text that stands there now, where convert wrote it: the same text need not be read back again
	 */
	readonly body: (guarded?: string) => Pieces;
}

/** So many of the editors' texts are remembered with what was found in them. */
const mostTexts = 1_000;

/** A page as convert would write it if nobody had touched it. */
export interface PageSource {
	/** Path below `content/docs`, such as `en/sectors/space.mdx`. */
	readonly path: string;
	/** The first region: YAML. */
	readonly frontMatter: Region;
	/** In order. */
	readonly regions: readonly Region[];
	/** What a new page says where editors write: outside the markers, after the region named. */
	readonly scaffold: readonly { readonly after: string; readonly text: string }[];
}

export interface MergeResult {
	readonly text?: string;
	readonly issues: Issue[];
}

/** A marker as convert writes it; then what looks like one that was changed. */
const markers = {
	frontMatter: {
		begin: /^# convert:begin (\S+) from (.+) #([0-9a-f]+)$/,
		end: /^# convert:end (\S+)$/,
		changed: /^\s*#+\s*convert:(?:begin|end)\b/,
	},
	body: {
		begin: /^\{\/\* convert:begin (\S+) from (.+) #([0-9a-f]+) \*\/\}$/,
		end: /^\{\/\* convert:end (\S+) \*\/\}$/,
		changed: /^\s*(?:\{|\/\*)[\s{/*]*convert:/,
	},
};

interface Marker {
	readonly name: string;
	readonly from: string;
	readonly fingerprint: string;
	/** Index of its line. */
	readonly begin: number;
}

interface Found extends Marker {
	readonly end: number;
}

/** A page on disk, taken apart. Each line keeps its own end: what is outside the regions survives byte for byte. */
interface Page {
	readonly lines: readonly string[];
	/** Index of the line that ends the front matter; 0 where there is none. */
	readonly frontMatterEnd: number;
	readonly found: readonly Found[];
	/** Indices of the lines in editors' code blocks. */
	readonly code: ReadonlySet<number>;
	readonly issues: Issue[];
}

/** The text of a page that does not exist yet. */
export function renderPage(page: PageSource, fingerprint: Fingerprint): Pieces {
	const written = new PieceWriter();
	const add = (...pieces: Pieces): void => pieces.forEach((piece) => written.add(piece));
	add('---\n', ...renderRegion(page.frontMatter, page, page.frontMatter.body(), fingerprint), '\n---\n');
	for (const region of page.regions) {
		add('\n', ...renderRegion(region, page, region.body(), fingerprint), '\n');
		for (const { after, text } of page.scaffold) if (after === region.name) add('\n', text, '\n');
	}
	return written.pieces();
}

/**
 * Puts the regions of `page` into the text that is on disk.
 * @param file how to name the page in messages
 * @returns the new text, or issues where a region was edited by hand, its markers are broken, or the editors' text
 * does not compile; never both
 */
export function mergePage(page: PageSource, existing: string, file: string, fingerprint: Fingerprint, locate: LocateSeed): MergeResult {
	const wanted = [page.frontMatter, ...page.regions];
	const read = takeApart(existing, file);
	const { lines, found } = read;
	const unreadable = [...read.issues, ...swallowed(read, wanted, file, fingerprint)];
	if (unreadable.length > 0) return { issues: unreadable };
	const edited = found.filter((region) => !isIntact(lines, region, fingerprint));
	const issues = [
		...edited.map((region) => {
			const inner = innerText(lines, region);
			const current = wanted.find(({ name }) => name === region.name);
			const body = current?.body() ?? [];
			const generated = current ? inside(current, page, body).join('') : '';
			return current && inner === generated
				? editedMarker(file, region, lines, renderRegion(current, page, body, fingerprint).join(''))
				: editedRegion(file, page.path, region, inner, generated, locate);
		}),
		...misplaced(found, wanted, file),
		...(edited.some(({ name }) => name === page.frontMatter.name) ? [] : frontMatterIssues(read, file)),
		...editorsMdxIssues(read, file),
	];
	if (issues.length > 0) return { issues };

	const bodies = new Map(found.map((region) => [region.name, innerText(lines, region).replace(/^\n|\n\n?$/g, '')]));
	const text = assemble(page, read, (region) => renderRegion(region, page, region.body(bodies.get(region.name)), fingerprint).join(''));
	// A region that comes back can clash with what the editors wrote in its stead.
	const clashes = found.some(({ name }) => name === page.frontMatter.name) ? [] : frontMatterIssues(takeApart(text, file), file);
	return clashes.length > 0 ? { issues: clashes } : { text, issues };
}

function assemble(page: PageSource, { lines, found, frontMatterEnd }: Page, rendered: (region: Region) => string): string {
	const eol = /\r?\n$/.exec(lines[0] ?? '')?.[0] ?? '\n';
	const render = (region: Region): string => rendered(region).replaceAll('\n', eol) + eol;
	const isBlank = (line: string | undefined): boolean => line === '\n' || line === '\r\n';
	const wanted = [page.frontMatter, ...page.regions];
	const placed = new Set(found.map(({ name }) => name));
	const output: string[] = [];
	let next = 0;
	if (!placed.has(page.frontMatter.name)) {
		output.push(`---${eol}`, render(page.frontMatter));
		if (frontMatterEnd > 0) next = 1;
		else output.push(`---${eol}`, eol);
	}
	/** Sets a region that the page lacks between blank lines: those that one left which went, where there are. */
	const add = (region: Region, isLast: boolean): void => {
		const before = output.at(-1);
		if (before !== undefined && !before.endsWith('\n')) output.push(eol);
		if (!isBlank(output.at(-1))) output.push(eol);
		const after = isLast ? [] : isBlank(output.at(-2)) ? output.splice(-1) : [eol];
		output.push(render(region), ...after);
	};
	for (const region of found) {
		output.push(...lines.slice(next, region.begin));
		next = region.end + 1;
		const index = wanted.findIndex(({ name }) => name === region.name);
		const current = wanted[index];
		if (!current) continue;
		// A region that the page lacks stands before the next one it has.
		const firstMissing = wanted.findLastIndex(({ name }, i) => i < index && placed.has(name)) + 1;
		for (const missing of wanted.slice(firstMissing, index)) if (missing !== page.frontMatter) add(missing, false);
		output.push(render(current));
	}
	output.push(...lines.slice(next));
	const lastPlaced = wanted.findLastIndex(({ name }) => placed.has(name));
	for (const region of wanted.slice(lastPlaced + 1)) if (region !== page.frontMatter) add(region, true);
	return output.join('');
}

function editedRegion(file: string, page: string, region: Found, inner: string, generated: string, locate: LocateSeed): Issue {
	const changes = diffLines(inner, generated);
	const before = changes.slice(0, changes.findIndex(({ added, removed }) => added || removed));
	const offset = before.reduce((sum, { count }) => sum + count, 0);
	const innerLines = inner.split('\n');
	const lines = generated === '' ? innerLines : generated.split('\n');
	const place = locate({ page, from: region.from, lines, at: Math.min(offset, lines.length - 1), edited: innerLines[offset] ?? '' });
	return {
		file,
		line: region.begin + 2 + offset,
		column: 1,
		code: 'edited-region',
		found: `the generated region \`${region.name}\` was edited by hand`,
		expected: 'the text that convert wrote; your own text goes outside the markers',
		fix: `make the change in ${place}, then undo it here (git checkout, or delete the region with its markers) and run convert again`,
		detail: diff(changes.filter(({ added, removed }) => added || removed)),
	};
}

function editedMarker(file: string, region: Found, lines: readonly string[], rendered: string): Issue {
	const [written = ''] = rendered.split('\n', 1);
	return {
		file,
		line: region.begin + 1,
		column: 1,
		code: 'edited-region',
		found: `the marker of the generated region \`${region.name}\` was edited by hand`,
		expected: 'the marker that convert wrote',
		fix: 'undo the change (git checkout, or delete the region with its markers) and run convert again',
		detail: diff([{ value: withoutEnd(lines[region.begin] ?? ''), added: false }, { value: written, added: true }]),
	};
}

const longestDiff = 20;

function diff(changes: readonly { readonly value: string; readonly added: boolean }[]): string {
	const lines = changes.flatMap(({ value, added }) => value.replace(/\n$/, '').split('\n').map((line) => `    ${added ? '+ from the seed' : '- in the page  '}  ${line}`));
	return [...lines.slice(0, longestDiff), ...(lines.length > longestDiff ? [`    … and ${lines.length - longestDiff} more lines`] : [])].join('\n');
}

/** Regions keep the order in which convert writes them: where a new one goes follows from it. */
function misplaced(found: readonly Found[], wanted: readonly Region[], file: string): Issue[] {
	let last: { readonly name: string; readonly index: number } | undefined;
	return found.flatMap(({ name, begin }) => {
		const index = wanted.findIndex((region) => region.name === name);
		if (index < 0) return [];
		if (!last || last.index < index) {
			last = { name, index };
			return [];
		}
		return [broken(file, begin, `the region \`${name}\` after \`${last.name}\``, 'the regions in the order in which convert writes them', 'move the region back, or delete it with its markers and run convert again')];
	});
}

/** Ids of the statements that stand in the generated parts of a page; `undefined` where it has no such part. */
export function generatedIds(text: string): string[] | undefined {
	const { lines, found } = takeApart(text, '');
	if (found.length === 0) return undefined;
	return found.flatMap((region) => [...innerText(lines, region).matchAll(/^\s*<Statement id="([^"]+)"/gm)].map((match) => match[1] ?? ''));
}

/** What stands between the marker lines. In MDX a blank line on either side keeps the markers out of the paragraphs. */
const inside = (region: Region, page: PageSource, body: Pieces): Pieces => (region === page.frontMatter ? [...body, '\n'] : ['\n', ...body, '\n\n']);

const withoutEnd = (line: string): string => line.replace(/\r?\n$/, '');
const innerText = (lines: readonly string[], { begin, end }: Found): string => lines.slice(begin + 1, end).join('').replaceAll('\r\n', '\n');

const stamp = (name: string, from: string, inner: Pieces, fingerprint: Fingerprint): string => fingerprint(`${name} from ${from}\n`, ...inner);

/** Whether a region is as convert wrote it. */
function isIntact(lines: readonly string[], region: Found, fingerprint: Fingerprint): boolean {
	return region.fingerprint === stamp(region.name, region.from, [innerText(lines, region)], fingerprint);
}

function renderRegion(region: Region, page: PageSource, body: Pieces, fingerprint: Fingerprint): Pieces {
	const inner = inside(region, page, body);
	const from = region.from.join(', ');
	const begin = `convert:begin ${region.name} from ${from} #${stamp(region.name, from, inner, fingerprint)}`;
	const end = `convert:end ${region.name}`;
	return region === page.frontMatter ? [`# ${begin}\n`, ...inner, `# ${end}`] : [`{/* ${begin} */}\n`, ...inner, `{/* ${end} */}`];
}

const broken = (file: string, index: number, found: string, expected: string, fix: string): Issue => ({ file, line: index + 1, column: 1, code: 'broken-markers', found, expected, fix });

/** Markers in a code block are an example, unless they are all there is of a region. */
function swallowed({ lines, frontMatterEnd, found, code }: Page, wanted: readonly Region[], file: string, fingerprint: Fingerprint): Issue[] {
	if (code.size === 0) return [];
	const missing = new Set(wanted.map(({ name }) => name).filter((name) => !found.some((region) => region.name === name)));
	return scan(lines, frontMatterEnd, file, (index) => !code.has(index))
		.found.filter((region) => missing.has(region.name) && isIntact(lines, region, fingerprint))
		.map(({ name, begin }) => broken(file, begin, `the region \`${name}\` inside a code block`, 'generated regions outside your own code blocks', 'close the code block that begins above it'));
}

/** Takes a page apart. */
function takeApart(text: string, file: string): Page {
	const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
	const isFence = (line: string): boolean => /^---[ \t]*$/.test(withoutEnd(line));
	const hasFrontMatter = isFence(lines[0] ?? '');
	const frontMatterEnd = hasFrontMatter ? lines.findIndex((line, index) => index > 0 && isFence(line)) : 0;
	if (frontMatterEnd < 0) {
		return { lines, frontMatterEnd: 0, found: [], code: new Set(), issues: [broken(file, 0, 'front matter that does not end', 'a line `---` after the front matter', 'put it back, or restore the page from version control')] };
	}
	const code = codeLines(lines, frontMatterEnd);
	return { lines, frontMatterEnd, code, ...scan(lines, frontMatterEnd, file, (index) => code.has(index)) };
}

/** Generated text has no code blocks. */
function codeLines(lines: readonly string[], frontMatterEnd: number): ReadonlySet<number> {
	const indices = new Set<number>();
	if (!lines.some((line) => /`{3}|~{3}/.test(line))) return indices;
	const body = lines.map((line, index) => (index <= frontMatterEnd && frontMatterEnd > 0 ? '\n' : line));
	const lineAt = lineFinder(body);
	for (const { start, end } of codeBlocks(body.join(''))) for (let line = lineAt(start); line <= lineAt(end); line += 1) indices.add(line);
	return indices;
}

/** Where the code blocks of a text begin and end. `npm run dev` asks for the same texts again after each change. */
const codeBlocks = remember((mdx: string): readonly { readonly start: number; readonly end: number }[] => {
	const blocks = (node: Nodes): { start: number; end: number }[] => [
		...(node.type === 'code' ? [{ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }] : []),
		...('children' in node ? node.children.flatMap(blocks) : []),
	];
	try {
		return blocks(parse(mdx));
	} catch {
		// What does not compile is reported where the editors' text is checked.
		return [];
	}
}, mostTexts);

/** Finds the line of an offset. Not the parser's line: to it, a lone CR ends one too. */
function lineFinder(lines: readonly string[]): (offset: number) => number {
	let end = 0;
	const ends = lines.map((line) => (end += line.length));
	return (offset) => Math.min(ends.findIndex((at) => offset < at) >>> 0, lines.length - 1);
}

function scan(lines: readonly string[], frontMatterEnd: number, file: string, skip: (index: number) => boolean): { found: Found[]; issues: Issue[] } {
	const found: Found[] = [];
	/** One a line: a marker that was changed is also one that is missing. */
	const issues = new Map<number, Issue>();
	const say = (index: number, what: string, fix: string): void => {
		issues.set(index, broken(file, index, what, 'each `convert:begin` line to be followed by its `convert:end` line', `${fix}, or restore the page from version control`));
	};
	const sayChanged = (index: number): void => say(index, 'a marker line that was changed', 'write the marker as convert wrote it, on a line of its own');
	/** A marker that is missing may stand between two lines yet, with other text beside it. */
	const sayMissing = (marker: string, [from, to]: readonly [number, number], index: number, what: string, fix: string): void => {
		const changed = lines.slice(from, to).findIndex((line) => line.includes(`convert:${marker}`));
		if (changed < 0) say(index, what, fix);
		else sayChanged(from + changed);
	};
	const sayOpen = ({ name, begin }: Marker, to: number): void => sayMissing(`end ${name}`, [begin + 1, to], begin, `the region \`${name}\` does not end`, 'put back the line that ends it');
	let open: Marker | undefined;
	lines.forEach((raw, index) => {
		if (skip(index)) return;
		const line = withoutEnd(raw);
		const form = index < frontMatterEnd ? markers.frontMatter : markers.body;
		if (open && index === frontMatterEnd) {
			sayOpen(open, index);
			open = undefined;
		}
		const begin = form.begin.exec(line);
		const end = form.end.exec(line);
		if (begin) {
			const [, name = '', from = '', fingerprint = ''] = begin;
			if (open) sayMissing(`end ${open.name}`, [open.begin + 1, index], index, `the region \`${name}\` begins inside \`${open.name}\``, `put back the line that ends \`${open.name}\``);
			else if (found.some((region) => region.name === name)) say(index, `the region \`${name}\` a second time`, 'delete the copy with its markers');
			open = { name, from, fingerprint, begin: index };
		} else if (end) {
			const [, name = ''] = end;
			if (open?.name === name) found.push({ ...open, end: index });
			else if (open) say(index, `the region \`${open.name}\`, which begins on line ${open.begin + 1}, ends as \`${name}\``, 'give both markers the name that convert wrote');
			else sayMissing(`begin ${name} `, [(found.at(-1)?.end ?? -1) + 1, index], index, `the region \`${name}\` ends where it did not begin`, 'put back the line that begins it');
			open = undefined;
		} else if (form.changed.test(line)) {
			sayChanged(index);
		}
	});
	if (open) sayOpen(open, lines.length);
	return { found, issues: [...issues.values()] };
}

/** What editors wrote in the front matter may not be YAML, or give a field that convert gives. */
const frontMatterIssues = ({ lines, frontMatterEnd }: Page, file: string): Issue[] =>
	parseYaml({ path: file, text: lines.slice(1, frontMatterEnd).join('') }).issues.filter(({ code }) => code === 'yaml-syntax').map((issue) => ({ ...issue, line: issue.line + 1 }));

const problemOf = remember(mdxProblem, mostTexts);

/** What editors wrote around the regions may not compile. Said of the page as it is on disk, whatever else changes. */
function editorsMdxIssues({ lines, found, frontMatterEnd }: Page, file: string): Issue[] {
	// The regions were read back when they were written; a blank line stands for each.
	const kept = lines.flatMap((line, index) => {
		if (frontMatterEnd > 0 && index <= frontMatterEnd) return [];
		const around = found.find(({ begin, end }) => index > begin && index < end);
		return around ? (index === around.begin + 1 ? [{ line: '\n', index }] : []) : [{ line, index }];
	});
	const isMarker = (index: number): boolean => found.some(({ begin, end }) => index === begin || index === end);
	if (kept.every(({ line, index }) => line.trim() === '' || isMarker(index))) return [];
	const problem = problemOf(kept.map(({ line }) => line).join(''));
	return problem ? [mdxIssue(problem, file, (kept[problem.line - 1]?.index ?? 0) + 1)] : [];
}
