import { relative } from 'node:path';
import { readFileSync } from 'node:fs';
import { planConversion, type Change, type ConversionPlan, type Existing } from '../core/convert.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Issue } from '../core/issue.ts';
import type { parseYaml } from '../core/yaml.ts';
import { decode, fingerprint, listFiles } from './files.ts';
import { loadCatalogues, loadSeeds } from './project.ts';

/** What convert would do with the files as they stand; without a plan where something in them is wrong. */
export type Planned =
	| { readonly corpus: Corpus; readonly plan: ConversionPlan; readonly labels: ReadonlySet<string>; readonly issues: readonly Issue[] }
	| { readonly corpus?: never; readonly plan?: never; readonly labels?: never; readonly issues: readonly Issue[] };

/** For who asks again and again. */
export interface PlanOptions {
	/** Reads a seed as YAML. */
	readonly parse?: typeof parseYaml;
	/** The pages, below `content/docs`, that may have changed where nothing else has. */
	readonly only?: ReadonlySet<string> | undefined;
}

/**
 * Reads seeds, labels and pages, and works out what convert would write. Writes nothing.
 * @param seeds folder of the seeds
 * @param content folder that holds `docs/` and `data/`
 * @param onChange gets each file that changes as soon as it is made, also where an issue is found later
 */
export async function planProject(seeds: string, content: string, onChange?: (change: Change) => void, { parse, only }: PlanOptions = {}): Promise<Planned> {
	// Nothing else of what was read is held while the pages are made.
	const { corpus, issues: found } = await loadSeeds(seeds, folderName(seeds), parse);
	const labels = await loadCatalogues();
	const issues: Issue[] = [...found, ...labels.issues];
	const paths = await listFiles(content, ['.mdx', '.md', '.json']);
	// A page at a time: all of them together may be larger than the memory.
	const existing: Existing = {
		keys: () => paths.keys(),
		get: (path) => {
			const full = paths.get(path);
			if (full === undefined) return undefined;
			const result = decode(readFileSync(full), `${folderName(content)}/${path}`);
			if ('text' in result) return result.text;
			issues.push(result.issue);
			return '';
		},
	};
	if (issues.length > 0 || !corpus || !labels.catalogues) return { issues };
	const plan = planConversion(corpus, labels.catalogues, existing, folderName(content), fingerprint, onChange, only);
	return issues.length > 0 ? { issues } : { corpus, plan, labels: labels.keys, issues: plan.issues };
}

/** How to name a folder in messages: below the current one as a person would type it. */
export function folderName(folder: string): string {
	const path = relative(process.cwd(), folder);
	return path === '' ? '.' : path.startsWith('..') ? folder : path.replaceAll('\\', '/');
}
