"""Fields of a job: quantities in any notation in, plain JSON out, and errors a machinist can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeAlias, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, ValidationError
from pydantic.fields import FieldInfo

from chipload.errors import InputError
from chipload.units import kinds
from chipload.units.boundary import to_kernel
from chipload.units.kinds import Kind
from chipload.units.messages import Message
from chipload.units.notation import read_quantity
from chipload.units.registry import registry

if TYPE_CHECKING:
    from pint import Quantity as PintQuantity

    Quantity: TypeAlias = PintQuantity[Any]
else:
    Quantity: TypeAlias = Any


class QuantityOf:
    """Marks a field as a quantity of a kind; keeps the unit the user gave."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def read(self, given: Any) -> Any:
        """The quantity given, checked; a text is kept in its own unit."""
        value = to_kernel(self.kind, given, "it")
        if not isinstance(value, float):
            raise InputError("it: one value is needed here, not an array")
        if hasattr(given, "_units"):
            return registry().Quantity(float(given.magnitude), given._units)
        if isinstance(given, str):
            number, unit = read_quantity(given, self.kind.sizes)
            return registry().Quantity(number, unit or "")
        return value

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """A text with its unit, or a plain number where the kind has none."""
        if not self.kind.unit:
            return {"type": "number", "description": self.kind.name}
        return {"type": "string", "description": f"{self.kind.name}, like {self.kind.example}"}

    @staticmethod
    def write(value: Any) -> Any:
        """The quantity as a text that reads back to the same float and unit."""
        if not hasattr(value, "_units"):
            return value
        return f"{value.magnitude!r} {value.units:~D}".replace(" ** ", "**").replace(" * ", "*").replace(" / ", "/")


def _field(kind: Kind) -> Any:
    marker = QuantityOf(kind)
    base = Any if kind.unit else float
    return Annotated[base, BeforeValidator(marker.read), PlainSerializer(marker.write), marker]


if TYPE_CHECKING:
    LengthField: TypeAlias = Quantity
    PositiveLengthField: TypeAlias = Quantity
    DiameterField: TypeAlias = Quantity
    OffsetField: TypeAlias = Quantity
    SmallLengthField: TypeAlias = Quantity
    AngleField: TypeAlias = Quantity
    CuttingSpeedField: TypeAlias = Quantity
    SpindleSpeedField: TypeAlias = Quantity
    FeedPerToothField: TypeAlias = Quantity
    FeedPerRevField: TypeAlias = Quantity
    FeedRateField: TypeAlias = Quantity
    ModulusField: TypeAlias = Quantity
    StiffnessField: TypeAlias = Quantity
    RotationalStiffnessField: TypeAlias = Quantity
    CountField: TypeAlias = float
    FractionField: TypeAlias = float
    PositiveField: TypeAlias = float
    NumberField: TypeAlias = float
    ShareField: TypeAlias = float
    AmountField: TypeAlias = float
    TimeField: TypeAlias = Quantity
    ToolLifeField: TypeAlias = Quantity
    ForceField: TypeAlias = Quantity
    RoughnessField: TypeAlias = Quantity
    StressField: TypeAlias = Quantity
    TemperatureRiseField: TypeAlias = Quantity
    VolumeField: TypeAlias = Quantity
    FrequencyField: TypeAlias = Quantity
    DampingRatioField: TypeAlias = float
else:
    LengthField = _field(kinds.LENGTH)
    PositiveLengthField = _field(kinds.POSITIVE_LENGTH)
    DiameterField = _field(kinds.DIAMETER)
    OffsetField = _field(kinds.OFFSET)
    SmallLengthField = _field(kinds.SMALL_LENGTH)
    AngleField = _field(kinds.ANGLE)
    CuttingSpeedField = _field(kinds.CUTTING_SPEED)
    SpindleSpeedField = _field(kinds.SPINDLE_SPEED)
    FeedPerToothField = _field(kinds.FEED_PER_TOOTH)
    FeedPerRevField = _field(kinds.FEED_PER_REV)
    FeedRateField = _field(kinds.FEED_RATE)
    ModulusField = _field(kinds.MODULUS)
    StiffnessField = _field(kinds.STIFFNESS)
    RotationalStiffnessField = _field(kinds.ROTATIONAL_STIFFNESS)
    CountField = _field(kinds.COUNT)
    FractionField = _field(kinds.FRACTION)
    PositiveField = _field(kinds.POSITIVE_RATIO)
    NumberField = _field(kinds.NUMBER)
    ShareField = _field(kinds.SHARE)
    AmountField = _field(kinds.AMOUNT)
    TimeField = _field(kinds.TIME)
    ToolLifeField = _field(kinds.TOOL_LIFE)
    ForceField = _field(kinds.FORCE)
    RoughnessField = _field(kinds.ROUGHNESS)
    StressField = _field(kinds.STRESS)
    TemperatureRiseField = _field(kinds.TEMPERATURE_RISE)
    VolumeField = _field(kinds.VOLUME)
    FrequencyField = _field(kinds.FREQUENCY)
    DampingRatioField = _field(kinds.DAMPING_RATIO)


class Record(BaseModel):
    """Base of jobs and tools: immutable, no unknown fields, errors as sentences."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    def __init__(self, /, **given: Any) -> None:
        try:
            super().__init__(**given)
        except ValidationError as error:
            raise _readable(type(self), error) from None

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Any:
        """As pydantic's, with the errors of `InputError`."""
        try:
            return super().model_validate(obj, **options)
        except ValidationError as error:
            raise _readable(cls, error) from None

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Any:
        """As pydantic's, with the errors of `InputError`."""
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as error:
            raise _readable(cls, error) from None

    _kinds: ClassVar[dict[str, Kind]] = {}
    """Kinds of the fields that are quantities."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        cls._kinds = {name: marker.kind for name, field in cls.model_fields.items() for marker in _markers(field)}

    def si(self, name: str) -> float:
        """Kernel value of the field `name`."""
        return float(to_kernel(self._kinds[name], getattr(self, name), name))

    def si_or(self, name: str, otherwise: float | None = None) -> float | None:
        """Kernel value of the field `name`, or `otherwise` where it is left open."""
        return otherwise if getattr(self, name) is None else self.si(name)

    @classmethod
    def kind_of(cls, name: str) -> Kind | None:
        """Kind of the field `name`; None for one that is no quantity."""
        return cls._kinds.get(name)


def _markers(field: FieldInfo) -> list[QuantityOf]:
    """Markers of a field, of its optional form too."""
    inside = [mark for part in get_args(field.annotation) for mark in getattr(part, "__metadata__", ())]
    return [mark for mark in (*field.metadata, *inside) if isinstance(mark, QuantityOf)]


def _readable(model: type[BaseModel], error: ValidationError) -> InputError:
    """One sentence for each problem, beginning with the path of the field."""
    problems = []
    for one in error.errors(include_url=False):
        path = ".".join(str(part) for part in one["loc"] if not str(part).startswith(("function-", "tagged-")))
        cause = one.get("ctx", {}).get("error")
        if isinstance(cause, InputError):
            problems += [_placed(path, problem) for problem in cause.problems]
            continue
        problems.append(_standard(model, path, one))
    return InputError(problems)


def _placed(path: str, problem: str) -> str:
    """A problem under the path of its field; one of a record inside begins with that record's own field."""
    if problem.startswith("it: "):
        return f"{path}: {problem.removeprefix('it: ')}"
    if not path:
        return problem
    return Message.of("{}.{}", path, problem) if isinstance(problem, Message) else f"{path}.{problem}"


def _standard(model: type[BaseModel], path: str, one: Any) -> str:
    fields = ", ".join(model.model_fields)
    match one["type"]:
        case "missing":
            return f"{path}: it is missing; give it"
        case "extra_forbidden":
            return f"{path}: there is no such field; there are {fields}"
        case "literal_error":
            return f"{path}: {one['input']!r} is not one of {one['ctx']['expected']}"
        case "model_type" if isinstance(one["input"], BaseModel):
            return f"{path}: {type(one['input']).__name__} does not fit here; give {one['ctx']['class_name']}"
        case "json_invalid":
            return f"the text is not JSON: {one['ctx']['error']}"
        case _:
            return f"{path}: {one['input']!r} cannot be used; {one['msg'][0].lower()}{one['msg'][1:]}"
