import { setImmediate } from 'node:timers/promises';

const runsInATurn = 50;

/**
 * A check for `fc.asyncProperty` that lets the event loop turn now and then: only then does Astro's parser give back the
 * native memory of what it has read, which in 100,000 runs is more than a machine has.
 */
export function turning<Values extends unknown[]>(check: (...values: Values) => void): (...values: Values) => Promise<void> {
	let runs = 0;
	return async (...values) => {
		runs += 1;
		if (runs % runsInATurn === 0) await setImmediate();
		check(...values);
	};
}
