import { join } from 'node:path';
import { leftToDo } from '../../core/ingest/todo.ts';
import type { Issue } from '../../core/issue.ts';
import { readSeeds } from '../../core/seeds.ts';
import type { TextFile } from '../../core/yaml.ts';
import { fingerprint, listFiles, readText } from '../files.ts';

/** Drafts below the seeds. Convert knows nothing of them; check says what each still needs. */
export async function loadDrafts(seedsFolder: string): Promise<TextFile[]> {
	const drafts: TextFile[] = [];
	for (const [path, full] of await listFiles(join(seedsFolder, 'drafts'), ['.yaml'])) {
		const result = await readText(full, `seeds/drafts/${path}`);
		if ('text' in result) drafts.push({ path: `seeds/drafts/${path}`, text: result.text });
	}
	return drafts;
}

/** Everything that keeps a draft from being a seed: what is marked, and what is wrong in it as a seed. */
export async function draftIssues(seedsFolder: string, draft: TextFile): Promise<Issue[]> {
	const unread: Issue[] = [];
	const read = async (path: string): Promise<TextFile> => {
		const result = await readText(join(seedsFolder, path), `seeds/${path}`);
		if ('issue' in result) unread.push(result.issue);
		return { path: `seeds/${path}`, text: 'text' in result ? result.text : '' };
	};
	const [sectors, glossary, differences] = await Promise.all(['sectors.yaml', 'glossary.yaml', 'differences.yaml'].map(read));
	const documents = await Promise.all([...(await listFiles(join(seedsFolder, 'documents'), ['.yaml', '.yml'])).keys()].map((path) => read(`documents/${path}`)));
	if (unread.length > 0) return unread;
	const { issues } = readSeeds({ sectors, glossary, differences, documents: [...documents, draft], lock: {} }, fingerprint);
	return [...leftToDo(draft, { isDraft: true }), ...issues.filter(({ file }) => file === draft.path)];
}

