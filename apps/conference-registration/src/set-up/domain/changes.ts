export { changesBetween, yesOrNo, type Words } from '#checks';
