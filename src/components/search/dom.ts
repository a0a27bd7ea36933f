type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and content. Text stays text: nothing here reads markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...content: readonly (Node | string)[]): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === true) made.setAttribute(name, '');
		else if (typeof value === 'string') made.setAttribute(name, value);
	}
	made.append(...content);
	return made;
}

/** A button that does something here, in place. */
export function button(label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
	const made = element('button', { type: 'button', ...attributes }, label);
	made.addEventListener('click', act);
	return made;
}

/** The element that must be there, since the server wrote it. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the selector says what is found
export function need<Found extends Element>(host: ParentNode, selector: string): Found {
	const found = host.querySelector<Found>(selector);
	if (!found) throw new Error(`The search component lacks ${selector}.`);
	return found;
}
