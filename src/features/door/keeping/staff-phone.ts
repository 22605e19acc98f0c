import { kept } from '../../../platform/storage/kept'

const isYesOrNo = (found: unknown): found is boolean => typeof found === 'boolean'

/** Whether a member of staff opened the door page on this phone before: then 我的 leads there. */
export const isStaffPhone = kept('staff-phone-1', false, isYesOrNo)
