export const OPERATOR_ERROR = 'OperatorError'

/**
 * Something that whoever runs the programs can put right: the message is one English sentence or two that
 * name the thing and the way out. A program prints it without a stack and ends with a non-zero code.
 */
export class OperatorError extends Error {
  override readonly name = OPERATOR_ERROR
}
