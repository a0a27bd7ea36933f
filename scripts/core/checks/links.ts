import { languages } from '../../../src/model/languages.ts';
import { groupBy } from '../corpus.ts';
import { relativeAddress } from '../relative-address.ts';
import { nearest, type Issue, type IssueCode } from '../issue.ts';
import { attributeOf, headingsOf, isElement, linksOf, walk, type Page, type PageLink } from './page.ts';

/** What links can lead to beside pages: files that the site publishes, as paths below its root. */
export type PublishedFiles = ReadonlySet<string>;

/** Files that the routes of the site make: data, feeds, Markdown twins, the list for language models. */
const dataFiles = /^\/(?:data\/[\w./-]+|llms\.txt|(?:[\w-]+\/)+(?:feed\.xml|index\.md))$/;

/** Places on a page that a link can lead to. Components make some of their own at the build (the statuses): a page that uses one is not checked. */
interface Places {
	readonly ids: ReadonlySet<string>;
	readonly complete: boolean;
}

/** Components that write identifiers which the page itself does not show. */
const makeIds = new Set(['Statuses', 'Rules']);

function placesOf(page: Page): Places {
	if (page.root === undefined) return { ids: new Set(), complete: false };
	const ids = new Set<string>();
	let complete = page.text !== '';
	for (const { node } of walk(page.root)) {
		if (!isElement(node)) continue;
		const id = node.name === 'Ref' ? undefined : attributeOf(node, 'id');
		if (id !== undefined) ids.add(id);
		if (node.name !== null && makeIds.has(node.name)) complete = false;
	}
	// A heading without a comment gets its text as its identifier.
	for (const { id, text } of headingsOf(page)) ids.add(id ?? text.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(/\s/g, '-'));
	return { ids, complete };
}

/**
 * Links and pictures that lead nowhere, and links that will break when the site moves.
 * @param unread pages that exist and could not be read
 */
export function linkIssues(pages: readonly Page[], files: PublishedFiles, unread: readonly Page[] = []): Issue[] {
	const byUrl = new Map([...pages, ...unread].map((page) => [page.url, page]));
	const places = new Map<Page, Places>();
	const placesIn = (page: Page): Places => {
		const known = places.get(page) ?? placesOf(page);
		places.set(page, known);
		return known;
	};
	return pages.flatMap((page) => linksOf(page).flatMap((link) => check(page, link)));

	function check(page: Page, { url, offset, isImage }: PageLink): Issue[] {
		const say = (code: IssueCode, found: string, expected: string, fix: string, edit?: Issue['edit']): Issue[] => [{ ...page.at(offset), code, found, expected, fix, ...(edit && page.text.startsWith(edit.from, offset) ? { edit } : {}) }];
		if (/^(?:https?:\/\/|mailto:)/i.test(url)) return URL.canParse(url) ? [] : say('broken-link', `\`${url}\`, which is no address`, 'an address that exists', 'correct it');
		if (/^[a-z][a-z\d+.-]*:/i.test(url)) return say('link-form', `a link to \`${url}\``, 'a link that begins with https://, http:// or mailto:, or a relative one', 'write such an address, or remove the link');
		if (isImage && !url.startsWith('/')) return files.has(new URL(url, `file:///content/docs/${page.path}`).pathname) ? [] : say('broken-link', `the picture \`${url}\`, which does not exist`, 'a picture that exists', 'correct its path, which begins at the folder of the page');
		const { pathname, hash } = new URL(url, `https://site.example${page.url}`);
		const target = byUrl.get(pathname) ?? byUrl.get(`${pathname}/`);
		if (!target) {
			if (files.has(pathname) || dataFiles.test(pathname)) return url.startsWith('/') ? absolute() : [];
			const others = [...byUrl.values()].filter(({ lang, url: own }) => lang === page.lang && own !== page.url).map((each) => each.url);
			// The last word of the address is what was meant, wherever the link begins.
			const near = others.find((other) => other.split('/').at(-2) === pathname.split('/').findLast((part) => part !== '')) ?? nearest(pathname, others);
			return say('broken-link', `a link to ${pathname}, which does not exist`, 'a page or a file of the site', near ? `write \`${relativeAddress(page.url, near)}${hash}\`` : 'correct the address; it begins at the address of the page, which ends in `/`');
		}
		if (url.startsWith('/')) return absolute();
		if (target.lang !== page.lang) return say('link-form', `a link from ${languages[page.lang].label} to a page in ${languages[target.lang].label}`, 'links that stay in the language of the reader', `write \`${relativeAddress(page.url, target.url.replace(`/${languages[target.lang].tag}/`, `/${languages[page.lang].tag}/`))}${hash}\``);
		if (!byUrl.has(pathname)) return say('link-form', `a link to ${pathname} without “/” at its end`, 'the address of the page, which ends in “/”', 'write “/” at its end', { from: url, to: url.replace(/(?=#|\?|$)/, '/') });
		const id = decodeURIComponent(hash.slice(1));
		const { ids, complete } = placesIn(target);
		// What components give to what they draw are words of ASCII.
		if (id === '' || ids.has(id) || (!complete && /^[\w-]+$/.test(id))) return [];
		const near = nearest(id, ids);
		return say('broken-anchor', `a link to \`#${id}\`, which ${target.file} does not have`, 'an identifier that stands on that page', near ? `write \`#${near}\`` : 'correct the identifier, or give the heading one: `{/* #identifier */}`');

		function absolute(): Issue[] {
			const to = relativeAddress(page.url, pathname) + hash;
			return say('link-form', `the link \`${url}\`, which begins with “/”`, 'a relative link: it also holds where the site stands in a folder', `write \`${to}\``, { from: url, to });
		}
	}
}

/** Pages of one language with the same title: readers cannot tell them apart in a list of results. */
export function titleIssues(pages: readonly Page[]): Issue[] {
	const titled = pages.filter(({ fields }) => typeof fields['title'] === 'string');
	return [...groupBy(titled, ({ lang, fields }) => `${lang} ${String(fields['title'])}`).values()].flatMap(([first, ...others]) =>
		others.map((page): Issue => ({
			...(page.frontMatter?.locate(['title']) ?? page.at(0)),
			code: 'duplicate-title',
			found: `the title “${String(page.fields['title'])}”, which ${first?.file ?? ''} has too`,
			expected: 'a title of its own for every page',
			fix: 'say in the title what this page is about and the other is not',
		})),
	);
}

/** Folders whose pages are in the navigation by themselves, pages that readers know where to find, and parts of a page and lists in another order, to which that page leads. */
const isListed = ({ slug, fields }: Page): boolean => slug === 'index' || slug === 'search' || /^(?:sectors|sources)\//.test(slug) || fields['navigation'] !== undefined || fields['orderOf'] !== undefined || fields['partOf'] !== undefined;

/** Pages that no other page of their language links to, and that are in no navigation. */
export function orphanIssues(pages: readonly Page[], navigation: ReadonlySet<string>): Issue[] {
	const linked = new Set(pages.flatMap((page) => linksOf(page).map(({ url }) => (URL.canParse(url) || !URL.canParse(url, 'https://site.example/') ? '' : new URL(url, `https://site.example${page.url}`).pathname)).filter((path) => path !== page.url)));
	return pages.filter((page) => !isListed(page) && !navigation.has(page.slug) && !linked.has(page.url)).map((page): Issue => ({
		file: page.file,
		line: 1,
		column: 1,
		code: 'orphan-page',
		found: 'a page that no other page links to',
		expected: 'a way for readers to get to every page',
		fix: `link to it from another page: \`[…](…/${page.slug}/)\`, or write \`navigation: guide\` at its head`,
	}));
}
