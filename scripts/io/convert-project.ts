import { relative } from 'node:path';
import { planConversion, type ConversionPlan } from '../core/convert.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Issue } from '../core/issue.ts';
import { fingerprint, listFiles, readText } from './files.ts';
import { loadCatalogues, loadSeeds } from './project.ts';

/** What convert would do with the files as they stand; without a plan where something in them is wrong. */
export type Planned =
	| { readonly corpus: Corpus; readonly plan: ConversionPlan; readonly issues: readonly Issue[] }
	| { readonly corpus?: never; readonly plan?: never; readonly issues: readonly Issue[] };

/**
 * Reads seeds, labels and pages, and works out what convert would write. Writes nothing.
 * @param seeds folder of the seeds
 * @param content folder that holds `docs/` and `data/`
 */
export async function planProject(seeds: string, content: string): Promise<Planned> {
	const loaded = await loadSeeds(seeds, folderName(seeds));
	const labels = await loadCatalogues();
	const issues: Issue[] = [...loaded.issues, ...labels.issues];
	const existing = new Map<string, string>();
	for (const [path, full] of await listFiles(content, ['.mdx', '.md', '.json'])) {
		const result = await readText(full, `${folderName(content)}/${path}`);
		if ('text' in result) existing.set(path, result.text);
		else if (!path.startsWith('i18n/')) issues.push(result.issue);
	}
	if (issues.length > 0 || !loaded.corpus || !labels.catalogues) return { issues };
	const plan = planConversion(loaded.corpus, labels.catalogues, existing, folderName(content), fingerprint);
	return { corpus: loaded.corpus, plan, issues: plan.issues };
}

/** How to name a folder in messages: below the current one as a person would type it. */
export function folderName(folder: string): string {
	const path = relative(process.cwd(), folder);
	return path === '' ? '.' : path.startsWith('..') ? folder : path.replaceAll('\\', '/');
}
