import { mergeInternalComponents } from '@tarojs/shared'
import { ARIA_ATTRIBUTES } from './attributes'

mergeInternalComponents(ARIA_ATTRIBUTES)
