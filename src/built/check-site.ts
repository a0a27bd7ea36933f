import { attributes, tags } from './html.ts';

/**
 * What must hold of a built site, whatever stands on it: every address on it leads somewhere, and languages name each other.
 * Pure: files in, findings out.
 */

export interface BuiltSite {
	/** `SITE_URL`, without a slash at the end. */
	readonly origin: string;
	/** The path that the site was built for, with a slash at both ends. */
	readonly base: string;
	/** Text of the files that hold addresses, by path below the base. */
	readonly texts: ReadonlyMap<string, string>;
	/** Paths of all files. */
	readonly files: ReadonlySet<string>;
	/** The languages, as their folders and as their tags. */
	readonly languages: readonly { readonly folder: string; readonly tag: string }[];
	/** The folder that `x-default` of a page leads to. */
	readonly defaultFolder: string;
	/** Addresses that hosts send elsewhere. */
	readonly redirects: ReadonlySet<string>;
}

export interface Finding {
	readonly file: string;
	readonly problem: string;
}

interface Page {
	readonly file: string;
	/** Address below the base: `en/about/`. */
	readonly path: string;
	readonly lang: string | undefined;
	readonly ids: ReadonlySet<string>;
	readonly repeatedIds: readonly string[];
	/** Everything that the page leads to, or takes: as it is written. */
	readonly addresses: readonly string[];
	readonly canonical: readonly string[];
	readonly alternates: ReadonlyMap<string, string>;
	readonly switches: readonly { readonly href: string; readonly tag: string }[];
	readonly isIndexed: boolean;
}

/** Attributes that hold an address, by element; `*` is any. */
const holders: Readonly<Record<string, readonly string[]>> = {
	a: ['href'], area: ['href'], audio: ['src'], embed: ['src'], form: ['action'], iframe: ['src'], image: ['href', 'xlink:href'], img: ['src', 'srcset'], input: ['src'],
	link: ['href'], object: ['data'], script: ['src'], source: ['src', 'srcset'], track: ['src'], use: ['href', 'xlink:href'], video: ['src', 'poster'],
};
const metaAddresses = /^(?:og:(?:url|image|image:secure_url)|twitter:image)$/;

const pathOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

export function readPage(file: string, html: string): Page {
	const ids = new Set<string>();
	const repeatedIds: string[] = [];
	const addresses: string[] = [];
	const canonical: string[] = [];
	const alternates = new Map<string, string>();
	const switches: { href: string; tag: string }[] = [];
	let lang: string | undefined;
	let isIndexed = true;
	for (const tag of tags(html)) {
		const found = attributes(tag);
		const id = found.get('id');
		if (id !== undefined) {
			if (ids.has(id)) repeatedIds.push(id);
			ids.add(id);
		}
		if (tag.name === 'html') lang = found.get('lang');
		if (tag.name === 'meta') {
			if (found.get('name') === 'robots' && found.get('content')?.includes('noindex')) isIndexed = false;
			if (metaAddresses.test(found.get('property') ?? found.get('name') ?? '')) addresses.push(found.get('content') ?? '');
		}
		if (tag.name === 'link') {
			const rel = found.get('rel');
			const hreflang = found.get('hreflang');
			if (rel === 'canonical') canonical.push(found.get('href') ?? '');
			if (rel === 'alternate' && hreflang !== undefined && !found.has('type')) alternates.set(hreflang, found.get('href') ?? '');
		}
		if (tag.name === 'a' && found.has('data-language')) switches.push({ href: found.get('href') ?? '', tag: found.get('hreflang') ?? '' });
		for (const name of holders[tag.name] ?? []) {
			const value = found.get(name);
			if (value === undefined) continue;
			if (name === 'srcset') addresses.push(...value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? ''));
			else addresses.push(value);
		}
	}
	return { file, path: pathOf(file), lang, ids, repeatedIds, addresses, canonical, alternates, switches, isIndexed };
}

/** Formats whose fragments name things and are no places on a page. */
const namesThings = /\.(?:jsonld|ttl|nt|rdf)$/;

/** Findings of the whole site, in the order of its files. */
export function checkSite(site: BuiltSite): Finding[] {
	const { origin, base, texts, files, languages, defaultFolder, redirects } = site;
	const pages = new Map([...texts].filter(([file]) => file.endsWith('.html')).map(([file, html]) => [file, readPage(file, html)]));
	const byPath = new Map([...pages.values()].map((page) => [page.path, page]));
	const findings: Finding[] = [];
	const publicUrl = (path: string): string => origin + base + path;
	const byUrl = new Map([...pages.values()].map((page) => [publicUrl(page.path), page]));
	/** The page that this one stands below and gives as its canonical address: the same list in its own order. */
	const mainOf = ({ path, canonical }: Page): Page | undefined => {
		const main = byUrl.get(canonical.join(' '));
		const depth = main?.path.split('/').length ?? 0;
		// A home page is no list.
		return main && depth > 2 && path.split('/').length > depth && path.startsWith(main.path) && main.canonical[0] === publicUrl(main.path) ? main : undefined;
	};

	/** Why an address leads nowhere; `undefined` where it leads somewhere, or to another site. */
	const broken = (address: string, from: string, ignoreFragment = false): string | undefined => {
		if (/^(?:mailto:|data:|tel:)/i.test(address)) return undefined;
		let url: URL;
		try {
			url = new URL(address, publicUrl(from));
		} catch {
			return 'is no address';
		}
		if (!/^https?:$/.test(url.protocol)) return `has the scheme ${url.protocol}`;
		if (url.origin !== new URL(origin).origin) return undefined;
		if (!url.pathname.startsWith(base)) return `leads out of ${base}`;
		let path: string;
		let fragment: string;
		try {
			path = decodeURIComponent(url.pathname.slice(base.length));
			fragment = decodeURIComponent(url.hash.slice(1));
		} catch {
			return 'is not well encoded';
		}
		const page = byPath.get(path);
		if (!page) return files.has(path) || redirects.has(path) ? undefined : 'leads to nothing';
		if (ignoreFragment || fragment === '' || page.ids.has(fragment) || fragment.startsWith(':~:')) return undefined;
		return 'leads to a place that is not on its page';
	};

	for (const page of pages.values()) {
		const report = (problem: string): unknown => findings.push({ file: page.file, problem });
		for (const id of new Set(page.repeatedIds)) report(`the id “${id}” stands twice`);
		for (const address of new Set(page.addresses)) {
			const why = broken(address, page.path);
			if (why) report(`${address} ${why}`);
		}
		const language = languages.find(({ folder }) => page.path.startsWith(`${folder}/`));
		if (!language) continue;
		const slug = page.path.slice(language.folder.length + 1);
		if (page.lang !== language.tag) report(`its language is ${page.lang ?? 'not given'}, and should be ${language.tag}`);
		const main = mainOf(page);
		if (!main && (page.canonical.length !== 1 || page.canonical[0] !== publicUrl(page.path))) report(`its canonical address is ${page.canonical.join(' and ') || 'not given'}, and should be ${publicUrl(page.path)}`);
		// Search engines are offered the list in its own order, in each language.
		const expected = new Map(main ? [] : [...languages.map(({ folder, tag }) => [tag, publicUrl(`${folder}/${slug}`)] as const), ['x-default', publicUrl(slug === '' ? '' : `${defaultFolder}/${slug}`)] as const]);
		for (const [tag, address] of expected) if (page.alternates.get(tag) !== address) report(`hreflang ${tag} leads to ${page.alternates.get(tag) ?? 'nothing'}, and should lead to ${address}`);
		for (const [tag, address] of page.alternates) {
			if (!expected.has(tag)) report(`hreflang ${tag} is of no language of the site`);
			const other = byUrl.get(address);
			if (other && tag !== 'x-default' && other.alternates.get(language.tag) !== publicUrl(page.path)) report(`${address} does not name it as its counterpart`);
		}
		const wanted = languages.filter(({ folder }) => folder !== language.folder);
		for (const { folder, tag } of wanted) {
			const targets = page.switches.filter((each) => each.tag === tag);
			if (targets.length === 0) report(`it has no switch to ${tag}`);
			for (const { href } of targets) if (new URL(href, publicUrl(page.path)).href !== publicUrl(`${folder}/${slug}`)) report(`the switch to ${tag} leads to ${href}`);
		}
	}

	const listed = new Set<string>();
	for (const [file, text] of texts) {
		if (file.endsWith('.html')) continue;
		const isMap = /^sitemap.*\.xml$/.test(file);
		// Every full address of this site, wherever it stands: entries of maps and feeds, records of the data.
		const found = new Set([...text.matchAll(/https?:\/\/[^\s"'<>\\,){}\u0080-\uffff]+/g)].map(([address]) => address.replaceAll('&amp;', '&').replace(/[),.:;，、。]+$/u, '')).filter((address) => address === origin || address.startsWith(`${origin}/`)));
		for (const address of found) {
			const why = broken(address, '', namesThings.test(file));
			if (why) findings.push({ file, problem: `${address} ${why}` });
			if (isMap) listed.add(address);
		}
	}
	for (const page of pages.values()) {
		if (!page.isIndexed || page.canonical.length === 0 || listed.size === 0) continue;
		const isListed = listed.has(publicUrl(page.path));
		if (mainOf(page)) {
			if (isListed) findings.push({ file: page.file, problem: 'a site map lists it, which its canonical address is not' });
		} else if (!isListed) findings.push({ file: page.file, problem: 'no site map lists it' });
	}
	return findings;
}
