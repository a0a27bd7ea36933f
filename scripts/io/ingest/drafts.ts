import { basename, join } from 'node:path';
import { idSchema } from '../../../src/model/seed.ts';
import { checkProject } from '../../core/checks/index.ts';
import type { Passage } from '../../core/checks/passages.ts';
import type { Corpus } from '../../core/corpus.ts';
import { leftToDo } from '../../core/ingest/todo.ts';
import type { Issue } from '../../core/issue.ts';
import { WordingCheck } from '../../core/provenance.ts';
import { readSeeds } from '../../core/seeds.ts';
import type { TextFile } from '../../core/yaml.ts';
import { fingerprint, listFiles, readText } from '../files.ts';
import { createJapaneseLinter } from '../japanese.ts';
import { loadSpelling } from '../spelling.ts';

/** Drafts below the seeds. Convert knows nothing of them; check says what each still needs. */
export async function loadDrafts(seedsFolder: string): Promise<TextFile[]> {
	const drafts: TextFile[] = [];
	for (const [path, full] of await listFiles(join(seedsFolder, 'drafts'), ['.yaml'])) {
		const result = await readText(full, `seeds/drafts/${path}`);
		if ('text' in result) drafts.push({ path: `seeds/drafts/${path}`, text: result.text });
	}
	return drafts;
}

/** The id that the head of a draft gives it, if it is one. */
export const draftId = (text: string): string | undefined => idSchema.safeParse(/^id: (.+)$/m.exec(text)?.[1]).data;

/**
 * Everything that keeps a draft from being a seed: what is marked, what is wrong in it as a seed, and, once nothing of that
 * is left, in its wording. The file may still be named after the original: finishing names it after the id.
 */
export async function draftIssues(seedsFolder: string, draft: TextFile): Promise<Issue[]> {
	const path = `seeds/drafts/${draftId(draft.text) ?? basename(draft.path, '.yaml')}.yaml`;
	const issues = await issuesOf(seedsFolder, { path, text: draft.text });
	return issues.map((issue) => (issue.file === path ? { ...issue, file: draft.path } : issue));
}

async function issuesOf(seedsFolder: string, draft: TextFile): Promise<Issue[]> {
	const unread: Issue[] = [];
	const read = async (path: string): Promise<TextFile> => {
		const result = await readText(join(seedsFolder, path), `seeds/${path}`);
		if ('issue' in result) unread.push(result.issue);
		return { path: `seeds/${path}`, text: 'text' in result ? result.text : '' };
	};
	const [sectors, glossary, differences] = await Promise.all(['sectors.yaml', 'glossary.yaml', 'differences.yaml'].map(read));
	const documents = await Promise.all([...(await listFiles(join(seedsFolder, 'documents'), ['.yaml', '.yml'])).keys()].map((path) => read(`documents/${path}`)));
	if (unread.length > 0) return unread;
	const { corpus, issues, passages } = readSeeds({ sectors, glossary, differences, documents: [...documents, draft], lock: {} }, fingerprint);
	const own = passages().filter(({ at }) => at(0).file === draft.path);
	const left = [...leftToDo(draft, { isDraft: true }), ...issues.filter(({ file }) => file === draft.path)];
	return left.length === 0 && corpus ? wordingOf(draft, own, corpus) : left;
}

/** What the rules say of the wording of a draft whose fields are right; and what it shares with the original, whose words stand in its comments. */
async function wordingOf(draft: TextFile, passages: readonly Passage[], corpus: Corpus): Promise<Issue[]> {
	const rules = await checkProject({ corpus, passages, pages: new Map(), folder: 'content/docs', components: new Map(), files: new Set(), labels: new Set() }, { spelling: await loadSpelling(), japanese: createJapaneseLinter() });
	const lines = draft.text.split('\n');
	const file = corpus.documents.find(({ id }) => id === basename(draft.path, '.yaml'))?.original.file ?? draft.path;
	const original = { path: file, text: lines.flatMap((line) => /^\s*#>\s*(.*)$/.exec(line)?.[1] ?? []).join(' ') };
	const written = { path: draft.path, text: lines.map((line) => (/^\s*#/.test(line) ? '' : line)).join('\n') };
	return [...rules, ...new WordingCheck(corpus.glossary, [original]).check(written)];
}

