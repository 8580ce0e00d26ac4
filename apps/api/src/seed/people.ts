/** Who answers and signs in the demonstration. Invented, like everything there. */
export const people = ['J Ahmed', 'M Fenwick', 'S Okafor', 'L Robson', 'P Shah', 'K Dodds', 'A Nowak', 'R Tait', 'H Wilkins', 'D Mistry', 'C Lamb', 'N Farrow'];
