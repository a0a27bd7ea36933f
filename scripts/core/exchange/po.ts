import { po } from 'gettext-parser';
import { langs, languages } from '../../../src/model/languages.ts';
import type { Batch, Message } from './message.ts';

/** gettext PO, for Poedit, Weblate and the like. The unit's id is the message's context; what is stale is fuzzy. */

const exported = 'exported: ';

export function toPo({ from, to, messages }: Batch): string {
	const headers = {
		'Project-Id-Version': 'India–Japan Cooperation',
		'MIME-Version': '1.0',
		'Content-Type': 'text/plain; charset=UTF-8',
		'Content-Transfer-Encoding': '8bit',
		Language: languages[to].tag,
		'X-Source-Language': languages[from].tag,
	};
	const translations = Object.fromEntries(
		messages.map((message) => [
			message.id,
			{
				[message.source]: {
					msgctxt: message.id,
					msgid: message.source,
					msgstr: [message.target],
					comments: { translator: '', reference: '', extracted: exported + message.exported, flag: message.unfinished ? 'fuzzy' : '', previous: '' },
				},
			},
		]),
	);
	// foldLength 0: a line a message, so that a diff of two files shows what changed.
	return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0, sort: false, eol: '\n' }).toString('utf8').trimEnd() + '\n';
}

/** @throws {Error} where the file is no PO file, with its line where the parser knows it; or names no language of ours */
export function fromPo(text: string): Batch {
	const { headers, translations } = po.parse(text);
	const lang = (tag: string | undefined) => langs.find((each) => languages[each].tag === tag);
	const [from, to] = [lang(headers['X-Source-Language']), lang(headers['Language'])];
	if (from === undefined || to === undefined) throw new Error('its headers `Language` and `X-Source-Language` do not name two languages of the site');
	const messages = Object.entries(translations).flatMap(([context, entries]) =>
		Object.values(entries).flatMap((entry): Message[] =>
			context === ''
				? []
				: [{
					id: context,
					source: entry.msgid,
					target: entry.msgstr[0] ?? '',
					unfinished: /\bfuzzy\b/.test(entry.comments?.flag ?? ''),
					exported: (entry.comments?.extracted ?? '').split('\n').find((line) => line.startsWith(exported))?.slice(exported.length) ?? '',
				}],
		),
	);
	return { from, to, messages };
}
