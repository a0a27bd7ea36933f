import type { OverBudget } from './budgets.ts';
import { formatOverBudget, shortOfGoal } from './budgets.ts';
import { firstLoad, type PageWeight } from './page-weight.ts';

/** What a build has made, in the few lines that somebody reads. */

export interface BuildFacts {
	readonly pages: readonly PageWeight[];
	/** Names of the languages, with their pages. */
	readonly languages: readonly { readonly label: string; readonly pages: number }[];
	readonly statements: number;
	/** Statements whose text in one language is older than in another. */
	readonly stale: number;
	readonly files: number;
	readonly bytes: number;
	readonly inlineScripts: number;
	readonly policyLength: number;
	readonly over: readonly OverBudget[];
	readonly warnings: readonly string[];
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const number = (value: number): string => value.toLocaleString('en-GB');
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const heaviest = (pages: readonly PageWeight[], weigh: (page: PageWeight) => number): PageWeight | undefined => [...pages].sort((a, b) => weigh(b) - weigh(a))[0];

export function buildSummary({ pages, languages, statements, stale, files, bytes, inlineScripts, policyLength, over, warnings }: BuildFacts): string {
	const worst = heaviest(pages, firstLoad);
	const script = heaviest(pages, (page) => page.scripts);
	return [
		`${number(pages.length)} pages (${languages.map((each) => `${each.label} ${number(each.pages)}`).join(', ')}), ${number(statements)} statements, ${number(stale)} with a translation that is out of date`,
		`${number(files)} files, ${(bytes / 1e6).toFixed(1)} MB without their compressed copies`,
		`first load (brotli): median ${kB(median(pages.map(firstLoad)))}; most ${kB(worst ? firstLoad(worst) : 0)}, ${worst?.path ?? 'none'} (HTML ${kB(worst?.html ?? 0)}, CSS ${kB(worst?.styles ?? 0)}, scripts ${kB(worst?.scripts ?? 0)})`,
		`scripts before anybody asks for anything: at most ${kB(script?.scripts ?? 0)}`,
		`security policy: ${number(inlineScripts)} inline scripts named by hash; the header has ${number(policyLength)} characters`,
		...(over.length === 0 ? ['every page is within its budgets', ...shortOfGoal(pages).map((each) => `  goal not reached by ${number(each.pages)} pages: ${each.what} ≤ ${kB(each.goal)}`)] : [`${number(over.length)} over budget (npm run check:site fails):`, ...over.map((each) => `  ${formatOverBudget(each)}`)]),
		...(warnings.length === 0 ? ['no warnings'] : [warnings.length === 1 ? '1 warning:' : `${number(warnings.length)} warnings:`, ...warnings.map((each) => `  ${each}`)]),
	].join('\n');
}
