export * from './domain/answer.js';
export * from './domain/problem.js';
export { checkRooms } from './checker/check-rooms.js';
export { solveRooms, type SolveOptions } from './solver/solve-rooms.js';
