import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { LineMark, SourceHints, SourceText } from '../../core/ingest/source.ts';
import { Unreadable } from './unreadable.ts';

/**
 * A web page as text: one line for each paragraph, heading, list item and table row, in the order of
 * the page. What is not its main content is there as well, marked as navigation.
 */

const blocks = new Set('address article aside blockquote caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul td th body center'.split(' '));
const silent = new Set('script style noscript template svg math head iframe object video audio canvas select option'.split(' '));
const idName = 'data-ingest-line';

/** What linkedom gives, as far as it is used here. */
interface DomNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly textContent: string | null;
	readonly childNodes: Iterable<DomNode>;
}
interface DomElement extends DomNode {
	getAttribute: (name: string) => string | null;
	setAttribute: (name: string, value: string) => void;
	querySelector: (selector: string) => DomElement | null;
	querySelectorAll: (selector: string) => Iterable<DomElement>;
}

interface OutLine {
	text: string;
	/** The number that its element bears. */
	readonly id: string;
	readonly mark: LineMark | undefined;
	/** Nothing but links. */
	readonly linked: boolean;
}

/** @param whole the page is all content: it was made from a Word document */
export function readHtml(html: string, { whole = false }: { whole?: boolean } = {}): SourceText {
	const { document } = parseHTML(html) as unknown as { document: DomElement & { readonly body: DomElement | null; readonly documentElement: DomElement | null; cloneNode: (deep: boolean) => unknown } };
	const { body } = document;
	if (!body) throw new Unreadable('an HTML file without a body', 'save the page again as a complete web page');
	const lines: OutLine[] = [];
	const writer = new LineWriter(lines, whole);
	writer.walk(body, '', []);
	writer.flush();
	if (lines.every(({ text }) => text.trim() === '')) throw new Unreadable('an HTML page without text (it may be made by a script in the browser)', 'open the page in a browser, copy the article into a text file, and give that');
	const hints = hintsOf(document, whole);
	const main = whole ? undefined : mainContent(html, lines);
	const marks = new Map<number, LineMark>();
	const text: string[] = [];
	for (const line of lines) {
		text.push(line.text);
		const { mark, id } = line;
		if (main && !main.has(id)) marks.set(text.length, { kind: 'furniture', reason: mark?.kind === 'furniture' ? mark.reason : 'navigation' });
		else if (mark) marks.set(text.length, mark);
		else if (line.linked) marks.set(text.length, { kind: 'link' });
		text.push('');
	}
	// A blank line between blocks, but none between the rows of a table.
	return { text: text.join('\n'), extracted: true, hints, marks };
}

class LineWriter {
	readonly #lines: OutLine[];
	readonly #plain: boolean;
	#text = '';
	/** What of it is outside of links. */
	#bare = '';
	#id = '';
	#mark: LineMark | undefined;
	#prefix = '';
	#inLink = false;
	#count = 0;

	/** @param plain tables do not tell head cells from others */
	constructor(lines: OutLine[], plain = false) {
		this.#lines = lines;
		this.#plain = plain;
	}

	flush(): void {
		const text = this.#text.replace(/\s+/g, ' ').trim();
		if (text !== '') this.#lines.push({ text: this.#prefix + text, id: this.#id, mark: this.#mark, linked: this.#bare.trim() === '' });
		this.#text = '';
		this.#bare = '';
		if (text !== '') this.#prefix = '';
	}

	walk(element: DomElement, id: string, lists: readonly string[]): void {
		for (const node of element.childNodes) {
			if (node.nodeType === 3) {
				if (this.#text === '') this.#id = id;
				this.#text += node.textContent ?? '';
				if (!this.#inLink) this.#bare += node.textContent ?? '';
				continue;
			}
			if (node.nodeType !== 1) continue;
			const child = node as DomElement;
			const name = child.nodeName.toLowerCase();
			if (silent.has(name)) continue;
			if (name === 'br') {
				this.flush();
				this.#id = id;
				continue;
			}
			if (name === 'table') {
				this.flush();
				this.#table(child);
				continue;
			}
			if (!blocks.has(name)) {
				if (/^(?:button|label|input)$/.test(name)) this.#text += ' ';
				const outside = !this.#inLink && name === 'a';
				if (outside) this.#inLink = true;
				this.walk(child, id, lists);
				if (outside) this.#inLink = false;
				continue;
			}
			this.flush();
			const own = this.#number(child);
			this.#id = own;
			const heading = /^h[1-6]$/.test(name);
			const furniture = name === 'figcaption' ? 'caption' : name === 'nav' || name === 'footer' ? 'navigation' : undefined;
			const outer = this.#mark;
			if (furniture) this.#mark = { kind: 'furniture', reason: furniture };
			else if (heading && outer?.kind !== 'furniture') this.#mark = { kind: 'heading' };
			if (heading) this.#prefix = `${'#'.repeat(Number(name[1]))} `;
			if (name === 'li') this.#prefix = `${'  '.repeat(Math.max(0, lists.length - 1))}- `;
			this.walk(child, own, name === 'ul' || name === 'ol' ? [...lists, name] : lists);
			this.flush();
			this.#prefix = '';
			this.#mark = outer;
			this.#id = id;
		}
	}

	#number(element: DomElement): string {
		this.#count += 1;
		element.setAttribute(idName, String(this.#count));
		return String(this.#count);
	}

	/** A table of data becomes rows; one that only holds other blocks is layout. */
	#table(table: DomElement): void {
		const rows = [...table.querySelectorAll('tr')];
		const isData = rows.length > 1 && table.querySelector('table') === null && rows.some((row) => [...row.querySelectorAll('td, th')].length > 1);
		if (!isData) {
			this.walk(table, this.#number(table), []);
			this.flush();
			return;
		}
		const own = this.#number(table);
		const caption = table.querySelector('caption');
		if (caption) this.#lines.push({ text: cellText(caption).replace(/\s+/g, ' ').trim(), id: own, mark: this.#mark, linked: false });
		for (const [index, row] of rows.entries()) {
			const cells = [...row.querySelectorAll('td, th')];
			const written = cells.map((cell) => cellText(cell).replace(/\s+/g, ' ').trim().replaceAll('|', '\\|'));
			if (written.every((cell) => cell === '')) continue;
			this.#lines.push({ text: `| ${written.join(' | ')} |`, id: own, mark: this.#mark, linked: false });
			const isHead = index === 0 && (this.#plain && written.every((cell) => cell.length <= 24 && !/\d/.test(cell)) || cells.every((cell) => cell.nodeName.toLowerCase() === 'th' || cell.querySelector('strong, b') !== null));
			if (isHead) this.#lines.push({ text: `|${'---|'.repeat(cells.length)}`, id: own, mark: undefined, linked: false });
		}
	}
}

/** Paragraphs and breaks in a cell are facts apart. */
function cellText(node: DomNode): string {
	let text = '';
	for (const child of node.childNodes) {
		if (child.nodeType === 3) text += child.textContent ?? '';
		else if (child.nodeType === 1 && !silent.has(child.nodeName.toLowerCase())) {
			const apart = /^(?:br|p|li|div)$/i.test(child.nodeName) && text.trim() !== '' && !/[;。.]\s*$/.test(text);
			text += (apart ? '; ' : '') + cellText(child);
		}
	}
	return text;
}

/** The numbers of the elements that hold the article; `undefined` where none can be told. */
function mainContent(html: string, lines: readonly OutLine[]): Set<string> | undefined {
	const { document } = parseHTML(html) as unknown as { document: DomElement & { readonly body: DomElement } };
	new LineWriter([]).walk(document.body, '', []);
	const found = (() => {
		try {
			return new Readability(document as never, { charThreshold: 120, keepClasses: false }).parse();
		} catch {
			return null;
		}
	})();
	if (!found?.content) return undefined;
	const inside = new Set<string>();
	const { document: article } = parseHTML(`<html><body>${found.content}</body></html>`) as unknown as { document: DomElement };
	for (const element of article.querySelectorAll(`[${idName}]`)) inside.add(element.getAttribute(idName) ?? '');
	const kept = lines.filter(({ id }) => inside.has(id)).length;
	if (kept === 0) return undefined;
	const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
	const content = plain(found.textContent ?? '');
	// Sentences that the finder of main content drops are facts all the same; so is the headline.
	for (const { id, text, mark } of lines) {
		if (inside.has(id)) continue;
		const words = plain(text);
		const isSentence = /[。.!?！？]["”」]?$/u.test(text) && text.length >= 60 && mark?.kind !== 'furniture';
		if ((words.length >= 8 && content.includes(words)) || isSentence || /^# /.test(text)) inside.add(id);
	}
	return inside;
}

function hintsOf(document: DomElement, whole: boolean): SourceHints {
	if (whole) return {};
	const meta = (...names: string[]): string | undefined => {
		for (const name of names) {
			const value = (document.querySelector(`meta[property="${name}"]`) ?? document.querySelector(`meta[name="${name}"]`))?.getAttribute('content')?.trim();
			if (value) return value;
		}
		return undefined;
	};
	const title = document.querySelector('article h1, main h1, h1')?.textContent?.replace(/\s+/g, ' ').trim() || meta('og:title') || document.querySelector('title')?.textContent?.trim();
	const published = meta('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate') ?? document.querySelector('time[datetime]')?.getAttribute('datetime')?.trim();
	const url = document.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim() ?? meta('og:url');
	const language = document.querySelector('html')?.getAttribute('lang')?.trim();
	const [author, publisher] = [meta('author', 'article:author'), meta('og:site_name', 'publisher')];
	return {
		...(title ? { title } : {}),
		...(author && !author.startsWith('http') ? { author } : {}),
		...(publisher ? { publisher } : {}),
		...(published ? { published: published.slice(0, 10) } : {}),
		...(url?.startsWith('http') ? { url } : {}),
		...(language ? { language } : {}),
	};
}
