%
(a slot 2 mm deep with a mill of 10 mm)
G21 G17 G90 G94
T2 M6
G54 G0 X-10. Y0. S8000 M3
G43 H2 Z5.
G1 Z-2. F300. M8
G1 X80. F4000.
G0 Z50. M9
M5
M30
%
