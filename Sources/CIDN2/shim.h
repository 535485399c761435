#ifndef SEN_CIDN2_H
#define SEN_CIDN2_H

#include <idn2.h>

#endif
