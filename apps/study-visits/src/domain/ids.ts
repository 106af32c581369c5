export { idPattern, isId } from '#checks';
