/** Announcements wait until typing pauses, in ms: a count for each letter would be noise. */
const pause = 600;

/** Says things to those who hear the page, when there is a moment of quiet. */
export class Announcer {
	readonly #region: HTMLElement;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param region a live region that stood in the page before its first message: one that comes with it is not read out */
	constructor(region: HTMLElement) {
		this.#region = region;
	}

	say(message: string): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			// The same words again are a change too only if something changes in between.
			this.#region.textContent = '';
			requestAnimationFrame(() => (this.#region.textContent = message));
		}, pause);
	}
}
