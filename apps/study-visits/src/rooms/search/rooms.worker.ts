import { solverProcess } from '#solver';
import { RoomsProblemError } from '../domain/rooms-problem-error.js';
import { NoRoomsInTimeError, solveRooms } from '../solver/solve-rooms.js';

/** Searches for the best rooms, in a process of its own. */
export default solverProcess({
  title: 'rooms-solver',
  solve: solveRooms,
  isContradiction: (error) => error instanceof RoomsProblemError || error instanceof NoRoomsInTimeError,
});
