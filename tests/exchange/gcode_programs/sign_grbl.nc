(hobby router)
;@MKR|TOOL|number=1|diameter=3.175|flutelength=12|
T1
M3S10000
G0X0Y0Z3
G1Z-1F200
G1X50F900
g1y50
x0
y0
G0Z3
M5
