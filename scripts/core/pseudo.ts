/**
 * A pseudo-language: every label changed so that it can still be read and is told at once from text that no
 * catalogue gave. It is a third longer, as many translations are, so that what does not fit shows too.
 */

const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const accented = Array.from('ÀƁÇĎÈƑĜĤÎĴĶĻṀŃÖƤǪŔŠŢÛṼŴẊŶŽàƀçďèƒĝĥîĵķļṁńöƥǫŕšţûṽŵẋŷž');
/** What a message holds beside words: values, tags, references. */
const kept = /\{\{[^{}]*\}\}|\$t\([^()]*\)|<[^<>]*>|&[a-z]+;/;

/** @example pseudo('{{count}} pages') // => '⟦{{count}} ƥàĝèš·⟧' */
export function pseudo(message: string): string {
	const parts = message.split(new RegExp(`(${kept.source})`));
	const words = parts.map((part) => (kept.test(part) ? part : Array.from(part, (letter) => accented[plain.indexOf(letter)] ?? letter).join('')));
	const letters = parts.filter((part) => !kept.test(part)).join('').length;
	return `⟦${words.join('')}${'·'.repeat(Math.floor(letters / 3))}⟧`;
}

/** Whether a text comes from a catalogue of {@link pseudo} messages, at least in part. */
export const isPseudo = (text: string): boolean => /[⟦⟧]/.test(text) || accented.some((letter) => text.includes(letter)) || /··/.test(text);

/** The texts of a built page: its title and description, between its tags (line break opportunities do not part them; pictures hold text, too), and in attributes that are read out. */
export function textsOf(html: string): string[] {
	const [head = ''] = html.split(/<body\b/, 1);
	const told = [...head.matchAll(/<title>([^<]*)<\/title>|<meta (?:name|property)="(?:description|og:title|og:description|og:image:alt|og:site_name)" content="([^"]*)"/g)].map(([, title, content]) => title ?? content ?? '');
	const body = html
		.replace(/^[^]*?<body[^>]*>/, '')
		.replaceAll(/<(script|style|template|code|pre)\b[^]*?<\/\1>/g, ' ')
		.replaceAll(/<!--[^]*?-->|<wbr\/?>/g, '');
	const attributes = [...body.matchAll(/\b(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, value = '']) => value);
	return [...told, ...attributes, ...body.split(/<[^>]*>/)].map(squeeze).filter((text) => /\p{L}/u.test(text));
}

/** White space, and the references that a serialiser writes, as a reader sees them. */
export const squeeze = (text: string): string =>
	text
		.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
		.replaceAll(/\s+/g, ' ')
		.trim();

/** Marks of Markdown, which a reader does not see. */
const withoutMarks = (text: string): string => text.replaceAll(/[\\*_`]/g, '');

/**
 * The texts that are written into the code: neither a catalogue nor the content gave them, and they are the same on
 * the pages of all languages (Starlight brings a few labels of its own, translated).
 * @param byLanguage the texts of the pages of each language
 */
export function hardCoded(byLanguage: readonly Iterable<string>[], content: string): string[] {
	const known = withoutMarks(content);
	const [first = [], ...others] = byLanguage.map((texts) => new Set(texts));
	return [...first].filter((text) => others.every((texts) => texts.has(text)) && !isPseudo(text) && !known.includes(withoutMarks(text))).sort();
}
