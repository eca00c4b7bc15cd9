"""The events that the article describes as slices, from August 2022 to the operation of September 2023."""

# Keys of the table timeline, in order of date.
SLICES = [
    "lachin-troops",
    "border-fighting-2022",
    "lachin-sit-in",
    "checkpoint-lachin",
    "humanitarian-stop",
    "september-operation",
]
