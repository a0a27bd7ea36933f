import { defineMiddleware } from 'astro:middleware';
import { labelsOf } from './quick-labels.ts';

/** After Starlight has put its labels there. */
export const onRequest = defineMiddleware((context, next) => {
	context.locals.t = labelsOf(context.locals.t, context.currentLocale);
	return next();
});
