/**
 * jsdom lays out no lines: here texts are as they were written. core/kernel/line-breaks.test.ts and the browser suites
 * see the signs at which lines break.
 */
delete Intl.Segmenter
