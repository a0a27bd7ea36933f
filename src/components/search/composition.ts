/** How long after a composition its last key may still come where no key is let go (a candidate chosen by pointer), in ms. */
const tail = 60;

/**
 * Tells keys that belong to an input method from keys that are meant for the page. Enter that ends a Japanese
 * conversion must not search.
 *
 * Browsers differ: Chrome and Firefox send the key down with `isComposing` before the composition ends; Safari ends
 * it first, and then sends a key down that says nothing but the key code 229, which stands for "a key of the input method".
 */
export class Composition {
	#isComposing = false;
	#endedAt = -Infinity;

	constructor(field: HTMLElement) {
		field.addEventListener('compositionstart', () => (this.#isComposing = true));
		field.addEventListener('compositionend', (event) => {
			this.#isComposing = false;
			this.#endedAt = event.timeStamp;
		});
		field.addEventListener('keyup', () => (this.#endedAt = -Infinity));
	}

	get isComposing(): boolean {
		return this.#isComposing;
	}

	/** Whether a key down is part of a conversion. */
	owns(event: KeyboardEvent): boolean {
		// eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells in Safari
		return this.#isComposing || event.isComposing || event.keyCode === 229 || event.timeStamp - this.#endedAt < tail;
	}
}
