/** Whether it was kept: a phone that is full says no, and the caller decides what that means. */
export type Stored = 'stored' | 'full'
