"""Where everything is: minutes for everybody, the admin for clerks."""

from __future__ import annotations

from django.contrib import admin
from django.urls import path

from council.views import minutes

urlpatterns = [
    path("meetings/<int:pk>/minutes.<str:format>", minutes, name="minutes"),
    path("admin/", admin.site.urls),
]
