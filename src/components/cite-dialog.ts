import { citationFormats, readCitation, type Citation, type CitationFormat } from '../site/citations.ts';

/** The dialog that shows a statement's citations, each to be copied. Its labels are a static file of the page's language. */
interface Labels {
	title: string;
	close: string;
	copy: string;
	copied: string;
	select: string;
	failed: string;
	/** With `{{date}}` in it. */
	accessed: string;
	locale: string;
	formats: Record<string, string>;
	history: { label: string; href: string };
}

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, properties: Partial<HTMLElementTagNameMap[Name]> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[Name] => {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
};

const read = async (url: string): Promise<string> => {
	const response = await fetch(url);
	if (!response.ok) throw new Error(String(response.status));
	return response.text();
};

/** @param link leads to the file with the citation. Where anything fails, the file opens. */
export async function showCitation(link: HTMLAnchorElement): Promise<void> {
	try {
		const [text, labels] = await Promise.all([read(link.href), read(new URL('labels.json', link.href).href)]);
		open(link, readCitation(text), JSON.parse(labels) as Labels);
	} catch {
		location.assign(link.href);
	}
}

function open(link: HTMLAnchorElement, { age, ...forms }: Citation, labels: Labels): void {
	const files: string[] = [];
	const status = element('p', { className: 'cite-status' });
	status.setAttribute('role', 'status');
	const heading = element('h2', { id: 'cite-title', textContent: labels.title });
	const close = element('button', { type: 'button', textContent: labels.close });
	const dialog = element('dialog', { className: 'cite-dialog' }, heading, ...(Object.keys(citationFormats) as CitationFormat[]).map(part), status, element('p', {}, element('a', { href: labels.history.href, textContent: labels.history.label })), close);
	dialog.setAttribute('aria-labelledby', heading.id);
	close.onclick = () => dialog.close();
	dialog.onclose = () => {
		dialog.remove();
		for (const file of files) URL.revokeObjectURL(file);
		link.focus();
	};
	document.body.append(dialog);
	dialog.showModal();

	function part(format: CitationFormat): HTMLElement {
		const citation = forms[format];
		const label = labels.formats[format] ?? format;
		const field = element('textarea', { readOnly: true, value: citation, rows: format === 'txt' ? 3 : 7, spellcheck: false });
		field.setAttribute('aria-label', label);
		const copy = element('button', { type: 'button', textContent: labels.copy });
		copy.setAttribute('aria-label', `${labels.copy}: ${label}`);
		copy.onclick = async () => {
			try {
				await navigator.clipboard.writeText(withAccess(format, citation, labels));
				status.textContent = labels.copied;
			} catch {
				field.focus();
				field.select();
				status.textContent = labels.select;
			}
		};
		const file = URL.createObjectURL(new Blob([`${citation}\n`], { type: `${citationFormats[format]};charset=utf-8` }));
		files.push(file);
		const name = (link.href.split('/').at(-1) ?? '').replace(/txt$/, format);
		// How old the statement is belongs to the reader, not into what is copied.
		return element('section', {}, element('h3', {}, element('a', { href: file, download: name, textContent: label })), field, copy, ...(format === 'txt' && age !== '' ? [element('p', { textContent: age })] : []));
	}
}

/** The day of copying is the day of access: the one date that only the reader's side knows. */
function withAccess(format: string, citation: string, labels: Labels): string {
	const now = new Date();
	const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()] as const;
	const day = parts.map((part) => String(part).padStart(2, '0')).join('-');
	if (format === 'bib') return citation.replace(/\n\}$/, `,\n  urldate = {${day}}\n}`);
	if (format === 'json') return JSON.stringify((JSON.parse(citation) as object[]).map((item) => ({ ...item, accessed: { 'date-parts': [parts] } })), null, '\t');
	return `${citation} ${labels.accessed.replace('{{date}}', now.toLocaleDateString(labels.locale, { dateStyle: 'long' }))}`;
}
