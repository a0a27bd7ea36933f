/** HTML as it is, or a component (or an element around one) with its attributes and what stands between its tags. */
export type PageNode = string | readonly [name: string, attributes: Readonly<Record<string, string | number | boolean>>, content?: readonly PageNode[]];

/** HTML beside HTML as one. */
export function joined(nodes: readonly PageNode[]): readonly PageNode[] {
	const all: PageNode[] = [];
	for (const node of nodes) {
		const last = all.at(-1);
		if (typeof node === 'string' && typeof last === 'string') all[all.length - 1] = last + node;
		else all.push(node);
	}
	return all;
}
