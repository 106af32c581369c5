/** The size of a heading that is somebody's name: the longer, the smaller; lengths in characters. */
export const nameSize = ({ length }: string): 'l' | 'xl' => (length > 40 ? 'l' : 'xl');
