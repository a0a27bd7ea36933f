import { remember } from '../model/remember.ts';

/**
 * One form for a word of Latin letters: British and American spelling, singular and plural, and the plain endings of
 * verbs. The rules need not be right as English, only the same on both sides; they are applied to lower-case words.
 */

/** Words that no rule brings together. */
const irregular: ReadonlyMap<string, string> = new Map(Object.entries({
	tyre: 'tire', tyres: 'tire', aluminium: 'aluminum', grey: 'gray', judgement: 'judgment', ageing: 'aging', mould: 'mold', cheque: 'check', enquiry: 'inquiry',
	men: 'man', women: 'woman', people: 'person', children: 'child', criteria: 'criterion', memoranda: 'memorandum', memorandums: 'memorandum', data: 'data', mous: 'mou', moes: 'moes', mocs: 'moc',
	built: 'build', held: 'hold', met: 'meet', made: 'make', led: 'lead', gave: 'give', given: 'give', took: 'take', taken: 'take', began: 'begin', begun: 'begin', set: 'set', said: 'say', grew: 'grow', grown: 'grow',
	bought: 'buy', sold: 'sell', sent: 'send', spent: 'spend', paid: 'pay', lent: 'lend', chose: 'choose', chosen: 'choose', drawn: 'draw', shown: 'show', seen: 'see', saw: 'see', went: 'go', gone: 'go', came: 'come', found: 'find', founded: 'found', meeting: 'meet', meetings: 'meet',
	training: 'training', trained: 'training', trainee: 'training', trainees: 'training', funding: 'fund', funded: 'fund', skilled: 'skill', skilling: 'skill', analyses: 'analysis', bases: 'base', basis: 'base', species: 'species', series: 'series', news: 'news', gas: 'gas', gases: 'gas', its: 'its', analytics: 'analytic', indian: 'indian',
}));

/** A text has few different words. */
const mostKnown = 20_000;

/** British → American, where the two differ by rule. */
const spellings: readonly (readonly [RegExp, string])[] = [
	[/ae(?=[a-z])/, 'e'],
	[/sulph/, 'sulf'],
	[/is(e|ed|es|er|ers|ing|ation|ations|able)$/, 'iz$1'],
	[/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
	[/([a-z]{3})our(s|ed|ing|able|al|ite|ites|hood|hoods|er|ers)?$/, '$1or$2'],
	[/([bt])re(s)?$/, '$1er$2'],
	[/ogue(s)?$/, 'og$1'],
	[/ogramme(s)?$/, 'ogram$1'],
	[/ence(s)?$/, 'ense$1'],
	[/([aeiou])ll(?=[aeiou])/, '$1l'],
];

/** American spelling of a lower-case word. */
export const spell = remember((word) => spellings.reduce((spelt, [from, to]) => spelt.replace(from, to), word), mostKnown);

/** Endings, in the order in which they are taken off: what must stand before, and what is left. */
const endings: readonly (readonly [RegExp, string])[] = [
	[/([a-z0-9]{2})ies$/, '$1y'],
	[/(ss|x|z|ch|sh)es$/, '$1'],
	[/([a-z0-9]{2}[^su])s$/, '$1'],
];
const derived: readonly (readonly [RegExp, string])[] = [
	[/([a-z]{4})(?:isation|ization)$/, '$1iz'],
	[/([a-z]{3}at)ion$/, '$1'],
	[/([a-z]{3}[^aeiou])ion$/, '$1'],
	[/([a-z]{4})ment$/, '$1'],
	[/([a-z]{3}[a-z0-9])(?:ing|ed)$/, '$1'],
	[/([a-z]{5})(?:ally)$/, '$1al'],
	[/([a-z]{4})ly$/, '$1'],
];

/**
 * The form under which a word is indexed and looked up.
 * @example stem('centres') === stem('center') // => true
 */
export const stem = remember((word): string => {
	if (!/[a-z]/.test(word)) return word;
	const fixed = irregular.get(word);
	if (fixed !== undefined) return fixed;
	let form = spell(word);
	for (const [ending, left] of endings) {
		const shorter = form.replace(ending, left);
		if (shorter !== form) {
			form = shorter;
			break;
		}
	}
	form = irregular.get(form) ?? form;
	if (/^[a-z]+$/.test(form)) {
		for (const [ending, left] of derived) {
			const shorter = form.replace(ending, left);
			if (shorter !== form) {
				form = shorter.replace(/([^aeiouylsz])\1$/, '$1');
				break;
			}
		}
		if (form.length > 4) form = form.replace(/e$/, '');
		form = form.replace(/([a-z]{4})at$/, '$1');
		if (form.length > 4) form = form.replace(/y$/, 'i');
	}
	return form;
}, mostKnown);
