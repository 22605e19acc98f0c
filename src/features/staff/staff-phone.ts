import { storedOnPhone } from '../../platform/storage/stored-on-phone'

const isYesOrNo = (found: unknown): found is boolean => typeof found === 'boolean'

/** Whether a member of staff opened the check-in desk on this phone before: then 我的 leads there. */
export const isStaffPhone = storedOnPhone('staff-phone-1', false, isYesOrNo)
