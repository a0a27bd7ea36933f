import { groupBy } from '../../corpus.ts';
import { heading, list, paragraph, text } from '../../mdx.ts';
import { byName, termLinks, termList, type NameList, type PageContext } from '../context.ts';
import type { Part } from '../page.ts';
import { mostAtOnce } from '../parts.ts';
import { files } from './view.ts';

/** Those that more than one statement names, by how many do: as many as can be taken in at once. */
export function mostNamed(context: PageContext, page: NameList): Part[] {
	const { corpus, t, uses } = context;
	const terms = byName(context, corpus.glossary.filter((term) => termList(context, term) === page));
	const byNumber = groupBy(terms, ({ id }) => uses.get(id)?.length ?? 0);
	const numbers = [...byNumber.keys()].filter((number) => number > 1).sort((a, b) => b - a);
	let names = 0;
	const shown = numbers.filter((number) => (names += byNumber.get(number)?.length ?? 0) <= mostAtOnce);
	return shown.length === 0
		? []
		: [{
			name: 'by-number',
			from: files.glossary,
			content: [
				heading(2, t('section.byNumber')),
				list(shown.map((number) => [text(`${t('count.statements', { count: number })}${t('colon')}`), ...termLinks(context, (byNumber.get(number) ?? []).map(({ id }) => id))])),
				paragraph(t(shown.length < numbers.length ? 'section.byNumber.fewer' : 'section.byNumber.rest')),
			],
		}];
}
