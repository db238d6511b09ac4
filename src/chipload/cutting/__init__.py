from chipload.cutting.kinematics import spindle_speed
