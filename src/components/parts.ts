import type { AstroGlobal } from 'astro';
import { langs, languages, otherLangs, type Lang } from '../model/languages.ts';
import type { Category, DifferenceKind, StatementKind, Status, Words } from '../model/vocabulary.ts';
import type { FactName } from '../site/ambient.d.ts';
import { citationPath } from '../site/cite-files.ts';
import { splitNames, withoutParagraph } from '../site/names.ts';
import { joined, type PageNode } from '../site/page-nodes.ts';
import { phraseHtml } from '../site/phrases.ts';
import { Html, html } from '../site/safe-html.ts';
import { withStaleNotices } from '../site/stale.ts';
import { firmness } from '../site/status.ts';
import { asLang, inLanguage, sitePath } from '../site/urls.ts';

/**
 * The HTML of the parts that pages hold by the hundred. Each is a function from its attributes and its content to HTML:
 * as a component of Astro it would be a promise with buffers of its own, for which all that follows waits. The
 * components of the same names (`Statement.astro`) are these functions too, for pages that are modules.
 */

/** What a part knows of the page it stands on. */
export interface Place {
	/** The language of the page's address. */
	readonly lang: Lang;
	/** BCP 47 tag of the page's content. */
	readonly tag: string;
	/** Path of the page. */
	readonly path: string;
	readonly t: App.Locals['t'];
}

export const placeOf = ({ locals: { starlightRoute: { entryMeta, locale }, t }, url }: Pick<AstroGlobal, 'locals' | 'url'>): Place => ({ lang: asLang(locale), tag: entryMeta.lang, path: url.pathname, t });

type Part<Props> = (props: Props, content: Html, place: Place) => Html;

/** Draws a part as the component of its name, on a page that is a module. @param content HTML, for a part that takes some */
export const drawPart = <Props extends object>(part: Part<Props>, astro: Pick<AstroGlobal<Props>, 'locals' | 'props' | 'url'>, content = ''): string =>
	part(astro.props, new Html(content), placeOf(astro)).text;

/** The language that a passage has to name: that of the page needs no mark. */
const langAttribute = (lang: Lang, place: Place): Html | undefined => {
	const { tag } = languages[lang];
	return tag === place.tag ? undefined : html` lang="${tag}"`;
};

const permalink = (id: string, { t }: Place): Html => html`<a class="permalink" href="#${id}" aria-label="${t('statement.permalink', { id })}"></a>`;

/** The same place in the other languages, for those without a script: with one, the link in the header leads there (language-link.ts). */
const otherPlaces = (id: string, { lang, path }: Place): Html =>
	html`<noscript>${otherLangs(lang).map((other) => html`<a href="${inLanguage(path, other)}#${id}" lang="${languages[other].tag}">${languages[other].label}</a>`)}</noscript>`;

/** A status word, linked to what it means. */
export const badge = (status: Status, { lang, t }: Place): Html => html`<a class="status ${firmness[status]}" href="${sitePath(`${lang}/about/#status-${status}`)}">${t(`status.${status}`)}</a>`;

/** The way to a statement's citation and history: a file; with a script (cite-loader.ts) a dialog. */
const citeLink = (id: string, { lang, t }: Place): Html => html`<a class="cite" href="${sitePath(citationPath(lang, id))}" aria-label="${t('cite.label', { id })}">${t('cite.link')}</a>`;

export interface StatementProps {
	/** The permalink. */
	id: string;
	kind: StatementKind;
	status: Status;
	/** Languages whose text is older than the others'. */
	stale?: Words<Lang>;
	/** Lines of the original, on the page of a source. */
	lines?: string;
	/** The statement on its sector page, on the page of a source. */
	href?: string;
}

export const statement: Part<StatementProps> = ({ id, kind, status, stale, lines, href }, content, place) => {
	const { t, lang } = place;
	const staleIn = langs.filter((each) => stale?.split(' ').includes(each));
	const texts = staleIn.length === 0 ? content : new Html(withStaleNotices(content.text, lang, staleIn, (each) => t('text.stale', { lng: each })));
	return html`<article class="statement" id="${id}"><header>${lines && html`<span class="lines">${lines}</span>`}${badge(status, place)}<span class="kind-${kind}">${t(`kind.${kind}`)}</span>${href && html`<a class="home" href="${href}">${t('statement.home')}</a>`}${otherPlaces(id, place)}${permalink(id, place)}</header>${texts}${citeLink(id, place)}</article>`;
};

export interface TextProps {
	lang: Lang;
}

export const text: Part<TextProps> = ({ lang }, content, place) => html`<div class="text ${lang === place.lang ? 'own' : 'other'}"${langAttribute(lang, place)}>${content}</div>`;

export interface EntryProps {
	href: string;
	status?: Status;
	when?: string;
	/** Where the statement is at home, in the words of the link. */
	sector?: string;
}

export const entry: Part<EntryProps> = ({ href, status, when, sector }, content, place) =>
	html`<li class="entry">${when || status ? html`<p>${when} ${status && badge(status, place)}</p>` : undefined}<div>${line(content)} <a class="entry-link" href="${href}">${sector ?? place.t('statement.home')}</a></div></li>`;

export const entries: Part<object> = (_, content) => html`<ul class="entries">${content}</ul>`;

export const facts: Part<object> = (_, content) => html`<dl class="facts">${content}</dl>`;

export interface FactProps {
	name: FactName;
}

export const fact: Part<FactProps> = ({ name }, content, { t }) => html`<div><dt>${t(`fact.${name}`)}</dt><dd>${line(content)}</dd></div>`;

export const note: Part<object> = (_, content, { t }) => html`<div class="note" role="note"><p>${t('note.label')}</p>${content}</div>`;

export interface AnchorProps {
	id: string;
}

export const anchor: Part<AnchorProps> = ({ id }) => html`<span id="${id}" class="anchor"></span>`;

export interface NameProps {
	lang: Lang;
}

export const name: Part<NameProps> = ({ lang }, content, place) =>
	html`<span class="${lang === place.lang ? 'own' : 'other'}-name"${langAttribute(lang, place)}>${new Html(phraseHtml(withoutParagraph(content.text), languages[lang].tag))}</span>`;

export interface TermProps {
	id: string;
	category: Category;
}

export const term: Part<TermProps> = ({ id, category }, content, place) => {
	const { names, rest } = splitNames(content.text);
	return html`<section class="term" id="${id}"><h3>${new Html(names)}</h3><p class="category category-${category}">${place.t(`category.${category}`)}${permalink(id, place)}${otherPlaces(id, place)}</p>${new Html(rest)}</section>`;
};

export interface DifferenceProps {
	id: string;
	kind: DifferenceKind;
}

export const difference: Part<DifferenceProps> = ({ id, kind }, content, place) => {
	const { names, rest } = splitNames(content.text);
	return html`<section class="difference" id="${id}"><p class="category"><span class="difference-kind ${kind}">${place.t(`differenceKind.${kind}`)}</span>${permalink(id, place)}${otherPlaces(id, place)}</p><h3>${new Html(names)}</h3>${new Html(rest)}</section>`;
};

/** The paragraph that Markdown makes of a line would be one element more for each. */
const line = (content: Html): Html => new Html(withoutParagraph(content.text));

/** What Markdown makes of a line in which a component or an element stands. */
const element = (tag: 'p' | 'span', attributes: Readonly<Record<string, unknown>>, content: Html): Html =>
	html`<${tag}${Object.entries(attributes).map(([key, value]) => html` ${key}="${String(value)}"`)}>${content}</${tag}>`;

/** By their names in pages, which npm run check has compared with the attributes that each takes. */
const parts = { Anchor: anchor, Difference: difference, Entries: entries, Entry: entry, Fact: fact, Facts: facts, Name: name, Note: note, Statement: statement, Term: term, Text: text } as unknown as Readonly<Record<string, Part<object> | undefined>>;

/** The tree of a page with all parts as HTML but those that hold a component of another sort. */
export function drawParts(nodes: readonly PageNode[], place: Place): readonly PageNode[] {
	return joined(nodes.map((node): PageNode => {
		if (typeof node === 'string') return node;
		const [tag, attributes, inner] = node;
		const content = inner && drawParts(inner, place);
		const [only = '', ...more] = content ?? [];
		const part = parts[tag];
		if (typeof only === 'string' && more.length === 0) {
			if (part) return part(attributes, new Html(only), place).text;
			if (tag === 'p' || tag === 'span') return element(tag, attributes, new Html(only)).text;
		}
		return content ? [tag, attributes, content] : node;
	}));
}
