import { languages } from '../../model/languages.ts';
import type { Passage } from '../../search/types.ts';
import { landingKey, type LandingNote } from './landing-note.ts';

/** Marks on the page what the search found there. Loaded only by those who come from a search. */
export function showFound(): void {
	const note = takeNote();
	if (note?.address !== location.pathname + location.hash || !('highlights' in CSS)) return;
	const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
	// A heading holds nothing of its section: look on from there.
	const root = target?.closest('.statement, .term, .difference') ?? document.querySelector('main');
	if (!root) return;
	const ranges = note.passages.flatMap((passage) => rangesOf(passage, textNodes(root, passage, target)));
	CSS.highlights.set('search-found', new Highlight(...ranges));
}

function takeNote(): LandingNote | undefined {
	try {
		const note = sessionStorage.getItem(landingKey);
		sessionStorage.removeItem(landingKey);
		return note === null ? undefined : (JSON.parse(note) as LandingNote);
	} catch {
		return undefined;
	}
}

/** The text below an element in the language of a passage, from the target on. */
function textNodes(root: Element, { lang }: Passage, target: Element | null): Text[] {
	const nodes: Text[] = [];
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const isAhead = !target || target.contains(node) || (target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
		if (isAhead && node.parentElement?.closest('[lang]')?.getAttribute('lang') === languages[lang].tag) nodes.push(node as Text);
	}
	return nodes;
}

/** Where the marks of a passage are on the page: at their place where it shows the passage as it is, else where their words come next. */
function rangesOf({ text, marks }: Passage, nodes: readonly Text[]): Range[] {
	const shown = nodes.map(({ data }) => data).join('');
	// An excerpt is known by what stands between its dots.
	const lead = /^…\s/.exec(text)?.[0].length ?? 0;
	const found = shown.indexOf(text.slice(lead).replace(/\s…$/, ''));
	let next = 0;
	return marks.flatMap(([from, to]) => {
		const at = found >= 0 ? found + from - lead : shown.indexOf(text.slice(from, to), next);
		if (at < 0) return [];
		next = at + to - from;
		return [rangeOver(nodes, at, next)];
	});
}

function rangeOver(nodes: readonly Text[], from: number, to: number): Range {
	const range = new Range();
	let offset = 0;
	for (const node of nodes) {
		const end = offset + node.length;
		if (from >= offset && from < end) range.setStart(node, from - offset);
		if (to > offset && to <= end) {
			range.setEnd(node, to - offset);
			break;
		}
		offset = end;
	}
	return range;
}
