import { diffLines } from 'diff';
import type { Issue, Position } from './issue.ts';
import type { Fingerprint } from './translations.ts';

/**
 * Pages that convert and editors write together. What convert owns stands between markers that name
 * the seeds it came from and carry a fingerprint of the text between them; everything else is the
 * editors' and survives byte for byte.
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
	/** The text between the markers, without line ends around it. */
	readonly body: string;
}

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

/** Names in generated text that lead from an edited line to the seed entry it came from. */
export type LocateSeed = (id: string) => Position | undefined;

export interface MergeResult {
	readonly text?: string;
	readonly issues: Issue[];
}

const marker = /^(?:\{\/\* convert:(begin|end) (\S+)(?: from (.*?))?(?: #([0-9a-f]+))? \*\/\}|# convert:(begin|end) (\S+)(?: from (.*?))?(?: #([0-9a-f]+))?)$/;
const markerLike = /convert:(?:begin|end)\b/;

interface Found {
	readonly name: string;
	readonly from: string;
	readonly fingerprint: string | undefined;
	/** Index of the begin and end marker lines. */
	readonly begin: number;
	readonly end: number;
}

/** The text of a page that does not exist yet. */
export function renderPage(page: PageSource, fingerprint: Fingerprint): string {
	const scaffold = (after: string): string[] => page.scaffold.filter((item) => item.after === after).map(({ text }) => text);
	const blocks = page.regions.flatMap((region) => [renderRegion(region, page, fingerprint), ...scaffold(region.name)]);
	return `---\n${renderRegion(page.frontMatter, page, fingerprint)}\n---\n\n${blocks.join('\n\n')}\n`;
}

/**
 * Puts the regions of `page` into the text that is on disk.
 * @param file how to name the page in messages
 * @returns the new text, or issues where a region was edited by hand or its markers are broken; never both
 */
export function mergePage(page: PageSource, existing: string, file: string, fingerprint: Fingerprint, locate: LocateSeed): MergeResult {
	// Each line keeps its own end: what is outside the regions survives byte for byte.
	const lines = existing.split(/(?<=\n)/);
	const { found, issues } = findRegions(lines, file);
	if (issues.length > 0) return { issues };
	const wanted = [page.frontMatter, ...page.regions];
	for (const region of found) {
		const inner = innerText(lines, region);
		if (fingerprint(inner) === region.fingerprint) continue;
		const generated = wanted.find(({ name }) => name === region.name);
		issues.push(editedRegion(file, region, inner, generated ? inside(generated, page) : '', locate));
	}
	if (issues.length > 0) return { issues };

	const eol = /\r?\n$/.exec(lines[0] ?? '')?.[0] ?? '\n';
	const render = (region: Region): string => renderRegion(region, page, fingerprint).replaceAll('\n', eol) + eol;
	const placed = new Set(found.map(({ name }) => name));
	const output: string[] = [];
	let next = 0;
	for (const region of found) {
		const index = wanted.findIndex(({ name }) => name === region.name);
		output.push(...lines.slice(next, region.begin));
		next = region.end + 1;
		const current = wanted[index];
		if (current) {
			// A region that the page lacks stands before the next one it has.
			const firstMissing = wanted.findLastIndex(({ name }, i) => i < index && placed.has(name)) + 1;
			for (const missing of wanted.slice(firstMissing, index)) if (missing !== page.frontMatter) output.push(render(missing), eol);
			output.push(render(current));
		} else if ((output.at(-1) ?? '').trim() === '' && (lines[next] ?? '').trim() === '') {
			// No longer generated: the region goes, with one of the two blank lines around it.
			next += 1;
		}
	}
	output.push(...lines.slice(next));
	const lastPlaced = wanted.findLastIndex(({ name }) => placed.has(name));
	for (const region of wanted.slice(lastPlaced + 1)) if (region !== page.frontMatter) output.push(eol, render(region));
	return { text: output.join(''), issues };
}

function editedRegion(file: string, region: Found, inner: string, generated: string, locate: LocateSeed): Issue {
	const changes = diffLines(inner, generated);
	const before = changes.slice(0, changes.findIndex(({ added, removed }) => added || removed));
	const offset = before.reduce((sum, { count }) => sum + count, 0);
	const innerLines = inner.split('\n');
	// The entry that an edited line belongs to is named on it or above it.
	let seed: Position | undefined;
	for (let i = Math.min(offset, innerLines.length - 1); i >= 0 && !seed; i -= 1) {
		for (const match of (innerLines[i] ?? '').matchAll(/(?:id="|#)([a-z0-9-]+)/g)) seed ??= locate(match[1] ?? '');
	}
	const place = seed ? `${seed.file}:${seed.line}` : region.from;
	return {
		file,
		line: region.begin + 2 + offset,
		column: 1,
		code: 'edited-region',
		found: `the generated region \`${region.name}\` was edited by hand`,
		expected: 'the text that convert wrote; your own text goes outside the markers',
		fix: `make the change in ${place}, then undo it here (git checkout, or delete the region with its markers) and run convert again`,
		detail: changes
			.filter(({ added, removed }) => added || removed)
			.flatMap(({ value, added }) => value.replace(/\n$/, '').split('\n').map((line) => `    ${added ? '+ from the seed' : '- in the page  '}  ${line}`))
			.slice(0, 20)
			.join('\n'),
	};
}

/** Ids of the statements whose regions stand in a page, read from the generated parts alone. */
export function generatedIds(text: string): string[] {
	const lines = text.split(/(?<=\n)/);
	return findRegions(lines, '').found.flatMap((region) =>
		[...innerText(lines, region).matchAll(/<Statement id="([^"]+)"/g)].map((match) => match[1] ?? ''),
	);
}

/** Whether a page holds anything that convert wrote. */
export const isGenerated = (text: string): boolean => /^(?:\{\/\* |# )convert:begin /m.test(text);

/** What stands between the marker lines. In MDX a blank line on either side keeps the markers out of the paragraphs. */
const inside = (region: Region, page: PageSource): string => (region === page.frontMatter ? `${region.body}\n` : `\n${region.body}\n\n`);

const innerText = (lines: readonly string[], { begin, end }: Found): string => lines.slice(begin + 1, end).join('').replaceAll('\r\n', '\n');

function renderRegion(region: Region, page: PageSource, fingerprint: Fingerprint): string {
	const inner = inside(region, page);
	const begin = `convert:begin ${region.name} from ${region.from.join(', ')} #${fingerprint(inner)}`;
	const end = `convert:end ${region.name}`;
	return region === page.frontMatter ? `# ${begin}\n${inner}# ${end}` : `{/* ${begin} */}\n${inner}{/* ${end} */}`;
}

function findRegions(lines: readonly string[], file: string): { found: Found[]; issues: Issue[] } {
	const found: Found[] = [];
	const issues: Issue[] = [];
	const broken = (index: number, what: string, fix: string): void => {
		issues.push({ file, line: index + 1, column: 1, code: 'broken-markers', found: what, expected: 'each `convert:begin` line to be followed by its `convert:end` line', fix: `${fix}, or restore the page from version control` });
	};
	let open: { name: string; from: string; fingerprint: string | undefined; index: number } | undefined;
	lines.forEach((raw, index) => {
		const line = raw.replace(/\r?\n$/, '');
		const match = marker.exec(line);
		if (!match) {
			if (markerLike.test(line) && /^\s*(?:\{\/\*|#)/.test(line)) broken(index, 'a marker line that was changed', 'write the marker as convert wrote it');
			return;
		}
		const kind = match[1] ?? match[5];
		const name = match[2] ?? match[6] ?? '';
		if (kind === 'begin') {
			if (open) broken(index, `the region \`${name}\` begins inside \`${open.name}\``, `put back the line that ends \`${open.name}\``);
			if (found.some((region) => region.name === name)) broken(index, `the region \`${name}\` a second time`, 'delete the copy with its markers');
			open = { name, from: match[3] ?? match[7] ?? 'the seeds', fingerprint: match[4] ?? match[8], index };
		} else if (open?.name === name) {
			found.push({ name, from: open.from, fingerprint: open.fingerprint, begin: open.index, end: index });
			open = undefined;
		} else {
			broken(index, `the region \`${name}\` ends where it did not begin`, 'put back the line that begins it');
		}
	});
	if (open) broken(open.index, `the region \`${open.name}\` does not end`, 'put back the line that ends it');
	return { found, issues };
}
