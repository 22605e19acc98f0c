import { mergeInternalComponents } from '@tarojs/shared'
import { ARIA_ATTRIBUTES } from './aria-attributes'

mergeInternalComponents(ARIA_ATTRIBUTES)
