import type { AccessAnswer } from '../../../core/domain/office/office'

type Answers = Readonly<Record<string, AccessAnswer>>

/** How the pack's tables say whether something is there. */
export const ACCESS_ANSWERS: Answers = { 有: 'yes', 没有: 'no', 未核实: 'unverified' }
/** The same for "无台阶", which is or is not. */
export const STEP_FREE_ANSWERS: Answers = { 是: 'yes', 否: 'no', 未核实: 'unverified' }
