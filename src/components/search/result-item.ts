import { firmness } from '../../site/status.ts';
import type { Passage, SearchResult } from '../../search/types.ts';
import { element } from './dom.ts';
import { leaveNote } from './landing-note.ts';
import type { Say } from './messages.ts';
import { excerpt, passageElement } from './passage.ts';

/** In columns, as Latin letters take them. Nearly all statements show whole; sections of pages are longer. */
const longest = 600;

/**
 * One result of the search page.
 * @param attribute what marks the item: results, and what is merely nearest, are not the same thing
 * @param opened called when the reader follows the link
 */
export function resultItem(result: SearchResult, say: Say, base: string, attribute: string, opened: () => void): HTMLLIElement {
	const link = element('a', { href: base + result.path });
	link.addEventListener('click', () => {
		leaveNote(link, result);
		opened();
	});
	const item = element('li', { class: `result ${result.type}`, [attribute]: result.type }, link);
	const passage = excerpt(result.passage, longest);
	if (result.type === 'statement') link.append(passageElement('span', passage));
	else {
		link.append(passageElement('span', result.title));
		if (result.type === 'term' && result.otherTitle.text !== result.title.text) item.append(passageElement('span', result.otherTitle, { class: 'other-title' }));
		if (passage.text !== '' && passage.text !== result.title.text) item.append(passageElement('p', passage, { class: 'passage' }));
	}
	if (result.other && result.other.text !== '') item.append(otherPassage(result.other));
	item.append(element('p', { class: 'about' }, ...about(result, say)));
	return item;
}

const otherPassage = (passage: Passage): HTMLElement => passageElement('p', excerpt(passage, longest), { class: 'passage other' });

function about(result: SearchResult, say: Say): Node[] {
	if (result.type === 'page') return [element('span', {}, say('view', 'page'))];
	if (result.type === 'term') return [element('span', {}, say('category', result.category))];
	return [
		element('span', { class: `status ${firmness[result.status]}` }, say('status', result.status)),
		...[result.date, result.sectorLabel, result.sourceLabel].filter((part) => part !== '').map((part) => element('span', {}, part)),
	];
}
