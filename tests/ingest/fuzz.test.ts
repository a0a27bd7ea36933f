import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Corpus } from '../../scripts/core/corpus.ts';
import { decodeText } from '../../scripts/core/ingest/decode.ts';
import { finished, writeDraft } from '../../scripts/core/ingest/draft.ts';
import { accountFor, ingest } from '../../scripts/core/ingest/ingest.ts';
import { loadSeeds, projectFolder } from '../../scripts/io/project.ts';
import { hostileTexts } from '../core/hostile-texts.ts';
import { anyText } from '../helpers/any-text.ts';
import { fuzzRuns } from '../helpers/runs.ts';

/** Whatever a document says, no character of it is lost, and none of it becomes anything but a comment of the draft. */

const corpus = (await loadSeeds(join(projectFolder, 'seeds'), 'seeds')).corpus as Corpus;

function expectKept(written: string): void {
	// A document comes as bytes: what is no text is refused there.
	const decoded = decodeText(new TextEncoder().encode(written));
	if (!('text' in decoded)) return;
	const { text } = decoded;
	const proposals = ingest({ text, extracted: false, hints: {}, marks: new Map() }, corpus, { id: 'sample' });
	const spans = accountFor(proposals);
	expect(spans.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
	expect(spans.filter(({ fate }) => fate === 'lost')).toEqual([]);
	if (proposals.statements.length === 0) return;
	const draft = writeDraft(proposals, { id: 'sample', file: 'sample.txt', sha256: 'a'.repeat(64), from: undefined, encoding: 'UTF-8' }, corpus).text;
	const { statements } = parse(draft) as { statements: { text: Record<string, string> }[] };
	expect(statements.map(({ text: texts }) => Object.values(texts))).toEqual(proposals.statements.map(() => ['TODO', 'TODO']));
	// Without its comments, the draft says the same.
	expect(parse(finished(draft))).toEqual(parse(draft));
}

describe('any document', () => {
	test.each(Object.entries(hostileTexts))('%s', (_, text) => {
		expectKept(text);
		expectKept(`The two countries signed a memorandum.\n${text}\n日本は${text}に合意した。\n`);
	});

	const runs = fuzzRuns(150);

	test('is kept whole, whatever it says', { timeout: 60_000 + runs * 60 }, () => {
		fc.assert(fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n')), expectKept), { numRuns: runs });
	});
});
