import { languages, type Lang } from '../model/languages.ts';

/** Atom (RFC 4287). */

export interface FeedEntry {
	readonly id: string;
	readonly title: string;
	/** The text of the statement, in our words. */
	readonly summary: string;
	readonly url: string;
	/** The same statement in other languages. */
	readonly others: readonly { readonly lang: Lang; readonly url: string }[];
	readonly published: Date;
	readonly updated: Date;
	readonly categories: readonly { readonly term: string; readonly scheme: string; readonly label: string }[];
}

export interface Feed {
	readonly lang: Lang;
	readonly id: string;
	readonly title: string;
	readonly subtitle: string;
	readonly author: string;
	readonly rights: string;
	/** Its own address, and that of the page it belongs to. */
	readonly self: string;
	readonly page: string;
	readonly icon: string;
	readonly entries: readonly FeedEntry[];
}

/** Newest first; those of a day in the order they were given in. */
export function atom(feed: Feed): string {
	const entries = feed.entries.toSorted((a, b) => b.updated.getTime() - a.updated.getTime());
	const updated = entries[0]?.updated ?? new Date(0);
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(languages[feed.lang].tag)}">`,
		element('id', feed.id),
		element('title', feed.title),
		element('subtitle', feed.subtitle),
		element('updated', updated.toISOString()),
		`<author>${element('name', feed.author)}</author>`,
		element('rights', feed.rights),
		element('icon', feed.icon),
		`<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
		`<link rel="alternate" type="text/html" hreflang="${escapeXml(languages[feed.lang].tag)}" href="${escapeXml(feed.page)}"/>`,
		...entries.map((entry) => writeEntry(entry, feed.lang)),
		'</feed>',
		'',
	].join('\n');
}

const writeEntry = ({ id, title, summary, url, others, published, updated, categories }: FeedEntry, lang: Lang): string =>
	[
		'<entry>',
		element('id', id),
		element('title', title),
		`<link rel="alternate" type="text/html" hreflang="${escapeXml(languages[lang].tag)}" href="${escapeXml(url)}"/>`,
		...others.map((other) => `<link rel="alternate" type="text/html" hreflang="${escapeXml(languages[other.lang].tag)}" href="${escapeXml(other.url)}"/>`),
		element('published', published.toISOString()),
		element('updated', updated.toISOString()),
		...categories.map(({ term, scheme, label }) => `<category term="${escapeXml(term)}" scheme="${escapeXml(scheme)}" label="${escapeXml(label)}"/>`),
		element('summary', summary),
		'</entry>',
	].join('\n');

const element = (name: string, content: string): string => `<${name}>${escapeXml(content)}</${name}>`;

/**
 * Text for XML 1.0. What XML has no way to write, such as most control characters and halves of a surrogate pair, is
 * left out or replaced.
 * @example escapeXml('a < b\u0000') // => 'a &#60; b'
 */
export const escapeXml = (text: string): string =>
	text
		.toWellFormed()
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, '')
		.replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * A title made of a text: its beginning, cut between words or, where there are none, anywhere.
 * @example clipped('One two three', 9) // => 'One two…'
 */
export function clipped(text: string, length: number): string {
	const characters = [...text];
	if (characters.length <= length) return text;
	const cut = characters.slice(0, length - 1).join('');
	const atWord = /\s/.test(characters[length - 1] ?? '') ? cut : cut.replace(/\s+\S*$/u, '');
	return `${(atWord.length < length / 2 ? cut : atWord).replace(/[\s、，,;:]+$/u, '')}…`;
}
