import { get as httpGet, type IncomingHttpHeaders } from 'node:http';
import { get as httpsGet } from 'node:https';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { attributes, tags } from '../src/built/html.ts';
import { redirects } from '../src/built/headers.ts';
import { languages, langs } from '../src/model/languages.ts';
import { exit, runCommand } from './io/cli.ts';

const help = `Usage: npm run smoke -- URL [--no-headers] [--hsts]

Looks at a deployed site as a reader's browser would, and says what is not right:
pages of every language, the search and its files, status and page for what is not
there, headers, caching, compression, redirects, data and feeds.

  URL           the first page of the site, such as https://guide.example/
  --no-headers  for hosts that send no headers of ours (GitHub Pages): the page's own
                security policy is looked at, headers, caching and redirects are not
  --hsts        Strict-Transport-Security has to be there
  -h, --help    this text

Exit code: 0 all is well; 1 something is not; 2 wrong usage.`;

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	/** Bytes as they travelled. */
	readonly size: number;
}

/** Asks once: redirects are looked at, not followed. */
const ask = (url: URL, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const request = (url.protocol === 'https:' ? httpsGet : httpGet)(url, { headers: { 'accept-encoding': 'br, gzip', 'user-agent': 'guide-smoke-test', ...headers }, timeout: 15_000 }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const sent = Buffer.concat(chunks);
				const encoding = response.headers['content-encoding'];
				try {
					resolve({ status: response.statusCode ?? 0, headers: response.headers, size: sent.length, body: encoding === 'br' ? brotliDecompressSync(sent) : encoding === 'gzip' ? gunzipSync(sent) : sent });
				} catch (error) {
					reject(new Error('it cannot be unpacked', { cause: error }));
				}
			});
		});
		request.on('timeout', () => request.destroy(new Error('no answer within 15 s')));
		request.on('error', reject);
	});

await runCommand(help, { 'no-headers': { type: 'boolean' }, hsts: { type: 'boolean' } } as const, async ({ values, positionals }) => {
	const address = positionals[0];
	if (positionals.length !== 1 || address === undefined || !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
		console.error(`Give the address of the site's first page.\n\n${help}`);
		return exit.usage;
	}
	const base = new URL(address.replace(/\/*$/, '/'));
	let wrong = 0;
	let checked = 0;
	/** Runs one check; what it throws, or the texts it returns, are what is wrong. */
	const check = async (what: string, work: () => Promise<readonly (string | false | undefined)[]>): Promise<void> => {
		checked += 1;
		const found = await work().then((each) => each.filter((text) => typeof text === 'string'), (error: unknown) => [(error as Error).message]);
		if (found.length > 0) wrong += 1;
		console.log(`${found.length === 0 ? 'ok   ' : 'WRONG'} ${what}${found.map((text) => `\n        ${text}`).join('')}`);
	};
	const at = (path: string): URL => new URL(path, base);
	const strict = !values['no-headers'];

	await check('the first page, with its security policy', async () => {
		const { status, headers, body } = await ask(base);
		const html = body.toString();
		const page = [...tags(html)].find((tag) => tag.name === 'meta' && attributes(tag).get('http-equiv')?.toLowerCase() === 'content-security-policy');
		return [
			status !== 200 && `status ${status} in place of 200`,
			!headers['content-type']?.startsWith('text/html') && `type ${headers['content-type'] ?? 'not given'} in place of text/html`,
			!page && 'the page carries no security policy',
		];
	});
	for (const lang of langs) {
		await check(`a page of ${languages[lang].label}`, async () => {
			const { status, body } = await ask(at(`${lang}/about/`));
			const html = [...tags(body.toString())].find(({ name }) => name === 'html');
			const tag = html && attributes(html).get('lang');
			return [status !== 200 && `status ${status} in place of 200`, tag !== languages[lang].tag && `its language is ${tag ?? 'not given'} in place of ${languages[lang].tag}`, body.includes('\uFFFD') && 'text was lost: it holds U+FFFD'];
		});
	}
	await check('an address without its last slash leads on', async () => {
		const { status, headers } = await ask(at(`${langs[0]}/about`));
		return [!(status >= 301 && status <= 308 && new URL(headers.location ?? '', base).pathname === at(`${langs[0]}/about/`).pathname) && `status ${status}, to ${headers.location ?? 'nowhere'}`];
	});
	await check('what is not there', async () => {
		const { status, headers, body } = await ask(at('nothing/is/here/'));
		return [status !== 404 && `status ${status} in place of 404`, !langs.every((lang) => body.includes(`/${lang}/`)) && 'its page does not lead to every language', strict && headers['cache-control']?.includes('immutable') && 'it may be kept for ever'];
	});
	await check('search', async () => {
		const manifest = await ask(at('pagefind/search.json'));
		const entry = await ask(at('pagefind/pagefind-entry.json'));
		if (manifest.status !== 200 || entry.status !== 200) return [`status ${manifest.status} for pagefind/search.json, ${entry.status} for pagefind/pagefind-entry.json`];
		const { names } = JSON.parse(manifest.body.toString()) as { names: { file: string }[] };
		const index = Object.values((JSON.parse(entry.body.toString()) as { languages: Record<string, { hash: string; wasm: string | null }> }).languages)[0];
		const files = ['pagefind/pagefind.js', `pagefind/wasm.${index?.wasm ?? 'unknown'}.pagefind`, `pagefind/pagefind.${index?.hash ?? ''}.pf_meta`, `pagefind/${names[0]?.file ?? ''}`];
		const answers = await Promise.all(files.map((file) => ask(at(file))));
		const script = answers[0]?.headers['content-type'] ?? '';
		return [...answers.map(({ status }, index_) => status !== 200 && `status ${status} for ${files[index_] ?? ''}`), !/javascript/.test(script) && `pagefind.js has the type ${script || 'none'}, which browsers do not run`];
	});
	await check('the data', async () => {
		const { status, body, headers } = await ask(at('data/statements.json'));
		const rows = status === 200 ? (JSON.parse(body.toString()) as unknown[]).length : 0;
		return [status !== 200 && `status ${status} in place of 200`, rows === 0 && 'it holds no statements', strict && headers['access-control-allow-origin'] !== '*' && 'other sites may not read it: Access-Control-Allow-Origin is not *'];
	});
	await check('the site map, and its first address', async () => {
		const map = await ask(at('sitemap-index.xml'));
		const first = /<loc>([^<]+)<\/loc>/.exec(map.body.toString())?.[1];
		if (map.status !== 200 || first === undefined) return [`status ${map.status}, ${first ? '' : 'no entries'}`];
		const origin = new URL(first).origin;
		return [origin !== base.origin && `it names ${origin}: the site was built with another SITE_URL`, !new URL(first).pathname.startsWith(base.pathname) && `it names ${first}: the site was built with another SITE_BASE`];
	});
	for (const lang of langs) {
		await check(`feeds of ${languages[lang].label}, if there are any`, async () => {
			const { body } = await ask(at(`${lang}/`));
			const feeds = [...tags(body.toString())].filter(({ name }) => name === 'link').map(attributes).filter((found) => found.get('rel') === 'alternate' && /rss|atom|feed\+json/.test(found.get('type') ?? ''));
			return Promise.all(feeds.map(async (found) => {
				const url = new URL(found.get('href') ?? '', base);
				const { status } = await ask(new URL(url.pathname, base));
				return status !== 200 && `status ${status} for ${url.pathname}`;
			}));
		});
	}
	await check('compression', async () => {
		const page = at(`${langs[0]}/about/`);
		const [packed, plain] = [await ask(page), await ask(page, { 'accept-encoding': 'identity' })];
		return [!packed.headers['content-encoding'] && 'a page is not compressed', plain.headers['content-encoding'] && 'a page is compressed for those who cannot read it', packed.size * 2 > plain.size && `a page takes ${packed.size} of ${plain.size} bytes`];
	});
	if (strict) {
		await check('headers', async () => {
			const { headers } = await ask(base);
			const policy = String(headers['content-security-policy'] ?? '');
			const expected: [string, RegExp][] = [['x-content-type-options', /^nosniff$/], ['referrer-policy', /./], ['permissions-policy', /camera=\(\)/], ['cross-origin-opener-policy', /^same-origin$/], ['cross-origin-resource-policy', /./], ...(values.hsts ? [['strict-transport-security', /max-age=\d{6,}/] as [string, RegExp]] : [])];
			return [
				...expected.map(([name, value]) => !value.test(String(headers[name] ?? '')) && `${name} is ${String(headers[name] ?? 'not there')}`),
				policy === '' && 'there is no Content-Security-Policy',
				policy !== '' && /script-src [^;]*'unsafe-(?:inline|eval)'/.test(policy) && 'the policy allows any script',
				policy !== '' && !policy.includes("frame-ancestors 'none'") && 'the policy lets other sites frame the pages',
			];
		});
		await check('the policy of the header names the scripts of the pages', async () => {
			const { headers, body } = await ask(at(`${langs[0]}/about/`));
			const own = /http-equiv="content-security-policy" content="([^"]*)"/.exec(body.toString())?.[1] ?? '';
			return (own.match(/'sha256-[^']+'/g) ?? []).map((hash) => !String(headers['content-security-policy'] ?? '').includes(hash) && `${hash} is missing: pages and headers are of different builds`);
		});
		await check('caching', async () => {
			const { body, headers } = await ask(at(`${langs[0]}/about/`));
			const script = /["'](?:[^"']*\/)?(_astro\/[^"']+\.(?:js|css))["']/.exec(body.toString())?.[1] ?? '';
			const kept = (await ask(at(script))).headers['cache-control'] ?? '';
			const unhashed = (await ask(at('pagefind/search.json'))).headers['cache-control'] ?? '';
			const again = headers.etag === undefined ? 0 : (await ask(at(`${langs[0]}/about/`), { 'if-none-match': headers.etag })).status;
			const askedAgain = /no-cache|max-age=0/;
			return [
				!kept.includes('immutable') && `${script} has Cache-Control ${kept || 'none'}, and could be kept for ever`,
				!askedAgain.test(headers['cache-control'] ?? '') && `a page has Cache-Control ${headers['cache-control'] ?? 'none'}: readers may see an old one`,
				!askedAgain.test(unhashed) && `pagefind/search.json has Cache-Control ${unhashed || 'none'}: the search may be of an older build`,
				again !== 304 && 'a page that has not changed is sent again (no ETag, or no 304)',
			];
		});
		await check('redirects', () => Promise.all(redirects.map(async ({ from, to }) => {
			const { status, headers } = await ask(at(from));
			return new URL(headers.location ?? '', at(from)).pathname !== at(to).pathname && `${from}: status ${status}, to ${headers.location ?? 'nowhere'} in place of ${to}`;
		})));
		await check('files for hosts are not given out', async () => [(await ask(at('_headers.nginx'))).status === 200 && '_headers.nginx can be read; it is no secret, but the server is not set up as in deploy/']);
	}
	console.log(`\n${base.href}: ${wrong === 0 ? `all ${checked} checks are well` : `${wrong} of ${checked} checks are not well`}.`);
	return wrong === 0 ? exit.ok : exit.wrong;
});
