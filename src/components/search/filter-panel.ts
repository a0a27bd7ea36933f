import { facetNames, type FacetName, type Facets, type Filters } from '../../search/types.ts';
import { button, element } from './dom.ts';
import type { Say } from './messages.ts';

/** A facet with more values than this shows the rest on demand. */
const shownAtFirst = 6;

/** The filters beside the results: check boxes in a field set a facet, each with what it would leave. */
export class FilterPanel {
	readonly #panel: HTMLDetailsElement;
	readonly #say: Say;
	readonly #toggle: (name: FacetName, value: string) => void;
	readonly #unfolded = new Set<FacetName>();

	/** @param toggle called when the reader sets or lifts a filter */
	constructor(panel: HTMLDetailsElement, say: Say, toggle: (name: FacetName, value: string) => void) {
		this.#panel = panel;
		this.#say = say;
		this.#toggle = toggle;
		// On a wide screen the filters stand beside the results, always open.
		const wide = matchMedia('(min-width: 60rem)');
		const follow = (): void => {
			panel.open = wide.matches;
		};
		wide.addEventListener('change', follow);
		follow();
	}

	draw(facets: Facets, filters: Filters): void {
		const focused = this.#panel.contains(document.activeElement) ? (document.activeElement?.id ?? '') : '';
		const sets = facetNames.map((name) => this.#fieldset(name, facets, filters[name] ?? [])).filter((set) => set !== undefined);
		this.#panel.replaceChildren(...this.#panel.querySelectorAll('summary'), ...sets);
		if (focused !== '') document.getElementById(focused)?.focus();
	}

	#fieldset(name: FacetName, facets: Facets, chosen: readonly string[]): HTMLFieldSetElement | undefined {
		const values = facets[name].filter(({ value, count }) => count > 0 || chosen.includes(value));
		if (values.length === 0) return undefined;
		const isUnfolded = this.#unfolded.has(name) || values.length <= shownAtFirst + 1;
		const shown = values.filter(({ value }, index) => isUnfolded || index < shownAtFirst || chosen.includes(value));
		const set = element('fieldset', {}, element('legend', {}, this.#say('search', `facet-${name}`)));
		for (const { value, label, count } of shown) {
			const box = element('input', { type: 'checkbox', name, value, id: `filter-${name}-${value}`, checked: chosen.includes(value), autocomplete: 'off' });
			box.addEventListener('change', () => this.#toggle(name, value));
			set.append(element('label', {}, box, element('span', {}, label), element('span', { class: 'count' }, count.toLocaleString(document.documentElement.lang))));
		}
		if (values.length > shownAtFirst + 1) {
			const label = isUnfolded ? this.#say('search', 'fewerValues') : this.#say('search', 'allValues', { number: values.length });
			const unfold = button(
				label,
				() => {
					if (!this.#unfolded.delete(name)) this.#unfolded.add(name);
					this.draw(facets, this.#filtersNow());
				},
				{ id: `filter-${name}-all`, 'aria-expanded': String(isUnfolded) },
			);
			set.append(unfold);
		}
		return set;
	}

	#filtersNow(): Filters {
		const checked = [...this.#panel.querySelectorAll<HTMLInputElement>('input:checked')];
		return Object.fromEntries(facetNames.map((name) => [name, checked.filter((box) => box.name === name).map(({ value }) => value)]));
	}
}
